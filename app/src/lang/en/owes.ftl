# What either side owes, as the client reads of it.
owes-DEL-01 = Everything that is due to you before the end
owes-DEL-02 = How far each unfinished piece of work is
owes-DEL-03 = Warranty and bug fixes, and the day on which they end
owes-DEL-07 = The dates that you watch yourselves after us
owes-FIN-02 = What was paid in advance and not used: refunded, or set against what is open
owes-FIN-03 = What was kept back of invoices: paid out, or its day named
owes-FIN-05 = Deposits, guarantees, security cheques and notes returned
owes-FIN-06 = One account that we both agree on, with anything disputed listed
owes-FIN-11 = The fee for an early end, as the contract has it
owes-FIN-12 = A plan of payment, or security, for what is overdue
owes-ACC-03 = Your systems in your own hands before our access to them ends
owes-ACC-04 = Shared passwords, keys and door codes changed by you
owes-ACC-07 = The passwords that we keep for you: handed over safely, then wiped with us
owes-ACC-08 = Keys, cards and devices returned
owes-DIG-01 = { $part ->
    [registrar] Your domain name: its account at the registrar passes to you
    [registrant] Your domain name: registered in your name, once the account is yours
   *[whole] Your domain name passes to you
}
owes-DIG-02 = Your domain’s records and the hosting account
owes-DIG-03 = Your site’s certificates, its delivery network and its mail authentication
owes-DIG-04 = The administration of your site and its backups, once a restore was tested
owes-DIG-05 = Your ad accounts, the payment profile and the audiences
owes-DIG-06 = Your analytics and tag manager
owes-DIG-07 = Your social profiles, their roles and numbers
owes-DIG-08 = Your app-store pages and signing keys
owes-DIG-09 = Your code repositories and their tools
owes-DIG-10 = Your cloud accounts, and who pays for them
owes-DIG-11 = Your mailing and customer lists, with the consents
owes-IP-01 = The rights in each piece of work: assigned or licensed to you, as the contract says
owes-IP-02 = Our own earlier tools: what we keep, and your licence for it
owes-IP-03 = A list of third-party and open-source parts with their licences
owes-IP-04 = Fonts, pictures, plug-ins: what passes on, and to whom
owes-IP-05 = Your brand assets returned, and our use of them ended
owes-IP-06 = Your permission to show the work and your logo: kept or withdrawn
owes-IP-07 = Source code in escrow: released, or the escrow closed
owes-DAT-02 = Your written instruction: data returned or deleted
owes-DAT-03 = Your data deleted, with us and with those who processed it for us
owes-DAT-04 = The day on which backups expire, and our word not to restore them
owes-DAT-05 = A list of what we keep: why, how long, and where
owes-CON-01 = Notice to you in the form that the contract names
owes-CON-04 = Consents of third parties
owes-CON-08 = A mutual release, signed by both
owes-PPL-04 = Your seconded staff back with you, and passes returned
owes-HND-01 = The handover pack
owes-HND-02 = Sessions that hand our knowledge to whoever you choose after us
owes-HND-05 = A named contact for late mail, and until when it is forwarded
owes-REF-01 = Names of others who do such work
owes-CLO-01 = A closing summary of what was done
owes-CLO-02 = The clearance of account
owes-accept = { $about ->
    [none] Your acceptance of what was delivered, or your comments
   *[other] Your acceptance of { $about }, or your comments
}
owes-pay = { $about ->
    [none] Payment of what is open
   *[other] Payment of { $about }
}
owes-name_successor = The name of whoever follows us, if you want us to work with them
owes-take_over = An account of your own, and taking over what we transfer to it
