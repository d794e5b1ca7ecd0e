# Coming in, members, and a person's own settings.
first-start-title = First start
first-start-notice = This copy has no owner yet.
first-start-where = Whoever started it finds a link in the terminal in which khitam serve runs. The link creates the owner.
first-start-again = It works once and for an hour. Has it run out? Stop the program and start it again; it prints a new one.
first-start-lede = Let us begin. Who owns this copy?
first-start-owner = The owner invites others and grants rights. Restricted cases are seen only by those named in them, not by the owner as such. Currency and time zone follow the country; both can be changed on the firm’s page.
first-start-create = Create
first-start-foot = This link works once and expires in an hour.

firm-name = Firm
your-name = Your name
email = E-mail
email-hint = You sign in with it. No mail is sent.
password = Password
password-hint = Twelve characters or more. A sentence you remember beats symbols you forget.
new-password = New password
current-password = Current password
place = Country
place-hint = For working days, holidays and notice rules; each client may differ.
hijri-beside = Show Hijri dates beside Gregorian

field-required = This is needed.
field-too-long = This is too long.
email-invalid = An e-mail address looks like reem@midad.example.
email-taken = A member with this e-mail address exists already.
password-short = Twelve characters or more are needed.
password-guessable = This would be guessed quickly. A sentence of your own is better.
password-wrong = The current password is not right.
client-unclear = No client, or more than one, is meant by this. Choose one of the names.
day-invalid = A day is written as 2026-11-22.
number-invalid = A number is needed here, such as 1250 or 0.5.

sign-in-title = Sign in
sign-in-lede = Welcome back.
sign-in = Sign in
sign-in-wrong = The e-mail or password is not right. { $n ->
    [4] Four more tries before a quarter-hour wait.
    [3] Three more tries before a quarter-hour wait.
    [2] Two more tries before a quarter-hour wait.
    [1] One more try before a quarter-hour wait.
   *[0] Now comes a quarter-hour wait.
  }
sign-in-wait = There were too many tries. Try again in { $n ->
    [one] a minute
   *[other] { $n } minutes
  }; if the password is lost, the owner can make you a link to a new one.
forgot = I forgot my password
forgot-title = A forgotten password
forgot-lede = Nobody can read your password, but you can set a new one by a link.
forgot-member = Ask the owner of this copy: the members’ page makes such a link. It works once and for a day.
forgot-owner = If you are the owner, make the link on the machine that Khitam runs on:
forgot-key = With a new password you get a new key. What was sealed to the old one stays closed to you until another of its readers opens it to you again.
back-to-sign-in = Back to signing in
sign-out = Sign out

join-title = Invitation
join-lede = { $what } invites you.
join = Join
join-foot = This link works once and for three days.
reset-title = A new password
reset-lede = A new password for { $what }
reset-key = You also get a new key. What was sealed to the old one stays closed to you until another of its readers opens it to you again.
reset-save = Set the password
no-link-title = Link
no-link-lede = This link works no longer.
no-link-next = It was used, revoked, or has run out; or the address is not complete. Ask the person who sent it for a new one.

role-owner = Owner
role-finance = Finance
role-member = Member
role-adviser = Adviser from outside
may-owner = Sees and does everything except restricted cases in which they are not named; invites others.
may-finance = Sees cost rates, cash and reserve too, and states the firm’s figures.
may-member = Sees clients and their signs, but no cost rates, no cash, and no other person’s hours.
may-adviser = Reads the reports sealed to them, and no record of the firm.

members-title = Members
members-lede = { $n ->
    [one] One person works with this copy.
    [2] Two people work with this copy.
    [3] Three people work with this copy.
    [4] Four people work with this copy.
    [5] Five people work with this copy.
    [6] Six people work with this copy.
    [7] Seven people work with this copy.
    [8] Eight people work with this copy.
    [9] Nine people work with this copy.
   *[other] { $n } people work with this copy.
  }
members-last-owner = The firm needs an owner. Make someone else an owner first.
member-name = Name
member-role = Role
member-joined = Joined
member-left = left
member-you = you
member-changes = Changes
member-change = Change
member-give-role = Change the role
member-reset = Link to a new password
member-depart = Mark as left
member-depart-hint = Ends their sessions. Nothing of theirs is deleted, and they can be brought back.
member-return = Bring back
invites-waiting = Invitations not used yet
invites-waiting-note = The link itself was shown once and is kept nowhere.
invite-until = Works until
invite-revoke = Revoke
invite-title = Invite someone
invite-note = You get a link to hand over. No mail is sent.
invite-make = Make a link

link-title = A link, shown once
link-lede = Hand this link to { $what }. It is shown only now.
link-reset-lede = Hand this link to { $what } for a new password. It is shown only now.
link-address = Address of the link
link-uses = Uses
link-once = once
link-phone = From a screen to a phone
link-phone-note = Point the phone’s camera here.
link-qr = The link as a QR code
link-chat = For a chat
link-chat-note = Ready to paste. Opening the link uses nothing up; only the form behind it does.
link-done = Done
chat-in-ar = In Arabic
chat-in-en = In English
join-chat =
    Hello { $name }, { $firm } invites you to Khitam, where we look after our client relationships.
    This link is yours alone; it works once and for three days:
    { $address }
reset-chat =
    Hello { $name }, here you can set a new password for Khitam at { $firm }.
    This link is yours alone; it works once and for a day:
    { $address }
reach-everyone = A phone outside can open this link, if the proxy forwards to this copy.
reach-open = A phone outside can open this link, but everything travels unencrypted: serve it by https before you hand it out.
reach-network = Only devices on your own network can open this link. For people outside, serve with --public-url.
reach-machine = Only this machine can open this link. For others, serve with --listen or --public-url.
reach-unreadable = The public address of this copy cannot be read; it should look like https://khitam.example.

settings-title = Settings
ways = Further pages
reading-title = How you read
language = Language
language-ar = العربية
language-en = English
digits = Digits
digits-latn = 1,250
digits-arab = ١٬٢٥٠
time-follows = Time in charts runs in the direction of reading
time-follows-hint = In Arabic the newest is then at the left. Otherwise it is always at the right.
name-title = Name and e-mail
password-note = Changing it ends your other sessions.
password-change = Change the password
sessions-title = Where you are signed in
session-this = this one
work-place-title = Where you work
work-place-note = By the working days of this place your days are called to mind, on pages and in your calendar. What follows from a contract stays as it is.
work-place = Place of work
work-place-firm = Where the firm is
member-give-place = Set the place
feed-title = Your days in your calendar
feed-name = My days
feed-note = A private address that a calendar program reads twice a day: what is yours in the ends that you take part in, your next contacts with prospects, and for owner and finance the days by which contracts must be given up, with alarms by the working days of your place. Whoever has it reads it too, so give it to your own program alone. Restricted cases are never in it.
feed-once = Copy it now into your calendar program as a subscription; it is not shown again.
feed-made = Made on
feed-read = Last read on
feed-unread = Not read yet.
feed-give = Make an address
feed-anew = Make a new address
feed-revoke = Take it back
session-since = since
session-unknown = Another program
sign-out-everywhere = Sign out everywhere
key-closed = The program was restarted since you signed in, so your key is closed. What is sealed to you, if anything is, shows after you sign out and in again.

sharing-title = Share the screen
sharing-lede = Which client’s people will see your screen?
sharing-hidden = Until you stop, this session shows that client alone, and no money. A line at the top of every page says so.
sharing-with = Client
sharing-begin = Begin

begin-title = Your own firm
begin-lede = Two commands, and your own clients stand here.
begin-demo = The demonstration keeps nothing; your own copy is separate from it.
begin-serve = Start your copy and open the link it prints
begin-serve-note = The link creates the owner. Everything is kept in one folder on this machine.
begin-import = Read the files you have
begin-import-note = Exports of your accounting or time program as they are; the page for import does the same in the browser.

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
place-with-weekend = { $place }, weekend { $first } and { $second }
