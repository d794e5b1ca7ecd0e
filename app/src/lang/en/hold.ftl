# Holds on work: all say the same, whatever lies behind them.
holds-title = Work stopped
holds-none = No work is stopped for this client.
holds-lede = Work for this client is stopped.
holds-note = Everyone sees that it is stopped, and whom to ask. Why is asked nowhere and kept nowhere: so no stop looks different from another.
hold-says = Stopped by management since { $day }: { $scope ->
    [all] all work for this client
    [new_work] new work for this client
   *[service] { $service }
}. Ask { $name }.
hold-set = Stop work
hold-end = Let work go on
hold-scope = What is stopped
hold-scope-all = All work
hold-scope-new_work = New work; what is under way is finished
hold-scope-service = One service
hold-of-service = Service
hold-service = Which service, if only one is stopped
hold-ask = Whom to ask
hold-ask-hint = Only this person lets it go on.
hold-doubt = Work for this client has been stopped by management since { $day }. Was this agreed with { $name }?
case-restricted = Restricted case
act-hold = Stop or resume work
