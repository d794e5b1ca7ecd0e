# حساب العميل: ما لنا وما علينا، والخطوة التالية، وكشف الحساب، والفائدة.

account-title = الحساب
account-title-of = حساب { $name }
account-note = لكل سطر سجلاته؛ لا تُحوَّل عملة إلى أخرى، ولا تُجرى مقاصة بأموال الأمانات ولا بالمتنازع عليه.
account-lede-they = *لنا على { $name } مبلغ { $they }.*
account-lede-we = *علينا لصالح { $name } مبلغ { $we }.*
account-lede-both = *لنا على { $name } مبلغ { $they }، وعلينا { $we }.* لا مقاصة بين عملتين.
account-lede-none = *لا فواتير بعد،* فلا حساب.
account-lede-even = *الحساب مع { $name } متعادل:* لا شيء لأحد الطرفين على الآخر.
account-lede-late = { $n ->
    [one] فاتورة واحدة فات موعد استحقاقها.
    [two] فاتورتان فات موعد استحقاقهما.
    [few] { $n } فواتير فات موعد استحقاقها.
    [many] { $n } فاتورة فات موعد استحقاقها.
   *[other] { $n } فاتورة فات موعد استحقاقها.
}
account-fact-overdue = متأخر غير متنازع عليه
account-jump = أجزاء الصفحة
account-statement-pdf = كشف الحساب (PDF)
account-statement-xlsx = كشف الحساب (Excel)
account-statement-csv = كشف الحساب (CSV)
account-final = الحساب الختامي
account-final-xlsx = الحساب الختامي (Excel)
account-final-csv = الحساب الختامي (CSV)
account-questions = ما يلزم بيانه أولاً
account-questions-note = لا يكون الحساب ختامياً قبل ذلك.
account-sum = المجموع
account-unpriced = لا سعر متفقاً عليه
account-payment = دفعة
account-to-interest = كلفة التأخر على العميل، حيث يجوز
account-hours = { $n ->
    [one] (ساعة واحدة)
    [two] (ساعتان)
    [few] ({ $hours } ساعات)
    [many] ({ $hours } ساعة)
   *[other] ({ $hours } ساعة)
}
account-head-what = البند
account-head-records = السجلات
account-head-due = الاستحقاق
account-head-amount = المبلغ
side-they_owe = لنا
side-we_owe = علينا
side-advance = مدفوع مقدماً
side-to_bill = لم يُفوتر بعد
side-waived = تنازلنا عنه ولن يُفوتر
side-disputed = متنازع عليه
side-retained = محتجز لدى العميل
side-trust = أمانات لدينا
side-unsaid = ينتظر بياناً
side-note-they_owe = مفتوح وغير متنازع عليه.
side-note-we_owe = يُرد أو يُقيَّد للعميل؛ والمقاصة بما لنا في العملة نفسها فقط.
side-note-advance = يُكتسب ما دامت الخدمات مستمرة؛ ولو انتهت لوجب رده.
side-note-to_bill = يُدرج في فاتورة ختامية، أو يُتنازل عنه ببيان أدناه، أو يُذكر معلّقاً عند التسوية؛ وليس ديناً قبل ذلك.
side-note-waived = ليس في أي فاتورة، بقول من ذكره وللسبب المذكور معه.
side-note-disputed = لا يُطالَب به ولا يُترك؛ يبقى جانباً حتى يُحسم النزاع.
side-note-retained = لا يُستحق قبل يومه.
side-note-trust = مال العميل. يعود إليه، أو إلى حيث يأذن كتابةً.
side-note-unsaid = لم يُذكر بعد أهو مكتسب أم واجب الرد أم أمانة.
line-invoice = فاتورة
line-interest = فائدة تأخير
line-fixed_sum = مبلغ مقطوع عن التأخر
line-loss = ضرر فعلي موثَّق
line-work = عمل
line-cost = كلفة
line-credit = إشعار دائن لم يُستعمل
line-overpayment = زيادة على الفاتورة
line-unearned = دفعة مقدمة غير مكتسبة
line-deposit = عربون أو تأمين
line-trust = مال أمانة
line-retainage = مبلغ محتجز
line-dispute = الجزء المتنازع عليه
question-account-deposit = دُفع عربون أو تأمين: أهو أمانة، أم واجب الرد، أم مكتسب؟
question-account-price = لا سعر متفقاً عليه لهذا العمل:
question-account-credit_due = ثبت حق العميل في النزاع، فيلزم إشعار دائن:
question-account-earned = لا تبيّن السجلات كم اكتُسب من هذه الدفعة المقدمة:
question-account-currency = لم تُذكر عملة هذا المبلغ:
question-account-rate = ورد مال بعملة أخرى، ولا سعر صرف ليومه يبيّن كم يسدد من هذه الفاتورة، فلا تدخل في أي مجموع:
account-column-currency = العملة
account-column-on = التاريخ
account-column-kind = البند
account-column-reference = المستند
account-column-due_on = الاستحقاق
account-column-charge = مدين
account-column-credit = دائن
account-column-balance = الرصيد
account-column-record = السجل
account-column-records = السجلات
account-column-file = الملف
account-column-line = السطر
account-column-side = الجانب
account-column-amount = المبلغ
account-column-minutes = الدقائق

chase-title = الخطوة التالية
chase-note = لكل فاتورة مفتوحة درجتها التالية في سلّم التذكير، ومن تلزم كلمته. لا يُرسل شيء من هنا: خطاب الملف الذي خرج يُحسب وحده، وما سواه يسجّله من أرسله.
chase-contact-now = يجوز تذكير العميل الآن، فالساعة عنده بين { $from } و{ $until }.
chase-contact-waits = لا يُذكَّر أحد في هذه الساعة عند العميل: { $day }، من { $from } إلى { $until }.
chase-head-invoice = الفاتورة
chase-head-due = الاستحقاق
chase-head-open = المفتوح
chase-head-last = آخر تذكير
chase-head-next = التالي
chase-late = { $n ->
    [one] تأخر يوم
    [two] تأخر يومين
    [few] تأخر { $n } أيام
    [many] تأخر { $n } يوماً
   *[other] تأخر { $n } يوم
}
chase-disputed = عدا { $sum } متنازع عليه
chase-none-sent = لا تذكير مسجَّل
chase-some-reminder = تذكير
chase-due = *{ $rung }*، منذ { $day }
chase-coming = { $rung } في { $day }
chase-answer-by = إن أُرسل الآن فمهلته حتى { $day }.
chase-gate = تلزم كلمة: { $gate }.
chase-record = تسجيل إرساله عن { $invoice }
chase-record-sent = إضافته إلى سجلات { $invoice }
chase-letter-waits = يذكرها في الملف ولم يخرج بعد.
chase-write = كتابة الخطاب عن { $invoice } في الملف
chase-begin = فتح مراجعة يُكتب فيها خطابها، ولا ينتهي بها شيء
chase-letter-announced = في الملف أُشعر به في { $day }.
chase-suspend = التعليق في الملف
chase-suspended = الخدمات الإضافية معلّقة منذ { $day } لإخلال لم يُعالَج بعد.
chase-suspended-paid = الخدمات الإضافية معلّقة منذ { $day }، ولم تبقَ فاتورة مفتوحة مما في الإعذار.
chase-resume = رفع التعليق في الملف
chase-promise = تسجيل وعد عن { $invoice }
chase-promise-kept = وعد ليوم { $day }: وُفي به
chase-promise-broken = وعد ليوم { $day }: لم يُوفَ به
chase-promise-open = وعد ليوم { $day }
chase-stopped = لا يُرسل شيء بعد: { $reasons }.
chase-done = استُنفد السلّم. يبقى ملف المطالبة أو إنهاء التعاقد.
stopped-payment = سُددت
stopped-plan = قُبلت خطة سداد ويجري الوفاء بها
stopped-dispute = كلها متنازع عليها
stopped-retained = ما بقي محتجز حتى يومه
stopped-insolvency = ذُكر إعسار العميل؛ والمستشار القانوني أولاً
stopped-counsel_stop = أوقفها المستشار القانوني
stopped-hold = العمل موقوف من الإدارة
stopped-critical = ثمة حالة مصيرية مفتوحة
rest-pause = متوقف حتى { $day } كما ذُكر.
rest-promise = متوقف حتى { $day }: وُعد بالسداد.
lack-right = لم يُذكر بند ولا نظام يجيز تعليق الخدمات.
lack-harm_check = لم ينظر أحد بعدُ في من يضره التعليق.
lack-safe_stop = يضر التعليق غيرنا أو يوقف نظاماً حيوياً: لا يجوز إلا إيقاف آمن، برأي المستشار القانوني.
lack-scope = تُعلَّق الخدمات الإضافية وحدها أولاً.
lack-notice = لم يُشعَر العميل بالتعليق.
lack-notice_runs = مهلة الإشعار بالتعليق سارية.
lack-talk = لا حديث مسجَّلاً مع العميل: تُسجَّل المكالمة تذكيراً، أو يُسجَّل الحديث في ملف لك نصيب فيه.
lack-dispute = فيما أُخلّ به شيء متنازع عليه: يُحسم أولاً، أو يُستبعد من الإعذار.
lack-technical = لم يوافق أمين الصلاحيات على أن ما يعلنه الخطاب يمكن إيقافه وحده وإعادته.
lack-cure = مهلة المعالجة لم تُمنح أو لم تنقضِ.
rung-courtesy = رسالة لطيفة قبل الاستحقاق
rung-friendly = تذكير ودّي
rung-call = مكالمة
rung-formal_reminder = تذكير رسمي
rung-default_notice = إعذار
rung-suspension = تعليق الخدمات الإضافية
rung-final_notice = إنذار نهائي
rung-claim = مطالبة أو تحصيل أو إنهاء

account-statement = كشف حساب
statement-note = كل مستند وكل دفعة، الأحدث أولاً، والرصيد بعد كل منها.
statement-none = لا فواتير بعد.
statement-closing = *الرصيد المستحق { $sum } في { $day }.*
statement-credit = *الرصيد دائن بمبلغ { $sum } في { $day }.*
statement-of-age = { $age }: { $sum }
statement-age-not-due = لم يحن استحقاقه
statement-age-to-30 = متأخر حتى 30 يوماً
statement-age-to-60 = متأخر من 31 إلى 60 يوماً
statement-age-to-90 = متأخر من 61 إلى 90 يوماً
statement-age-over-90 = متأخر أكثر من 90 يوماً
statement-opening = رصيد سابق
statement-due = (تستحق { $day })
statement-head-what = المستند
statement-head-on = التاريخ
statement-head-charge = مدين
statement-head-credit = دائن
statement-head-balance = الرصيد
statement-disputed = (متنازع عليها)
statement-earlier = { $n ->
    [one] قيد أقدم في الملف.
    [two] قيدان أقدم في الملف.
    [few] { $n } قيود أقدم في الملف.
    [many] { $n } قيداً أقدم في الملف.
   *[other] { $n } قيد أقدم في الملف.
}
entry-kind-invoice = فاتورة
entry-kind-deposit = فاتورة عربون أو تأمين
entry-kind-credit_note = إشعار دائن
entry-kind-payment = دفعة عن
entry-kind-refund = رد عن

interest-title = فائدة التأخير
interest-note = بسيطة، باليوم، على الجزء غير المتنازع عليه وحده. لا تظهر في خطاب ولا في حساب حتى يجيزها النظام والعقد ويثبّتها شخص فيه.
interest-lede = *هل تجوز المطالبة بفائدة، وكم تبلغ؟* يحكم في ذلك نظام البلد وبند العقد.
interest-lede-none = *لا يُطالَب بشيء على أنه فائدة.*
interest-lede-sum = *تبلغ اليوم { $sum }.*
interest-place = نظام
interest-place-hint = القانون الواجب التطبيق على العقد.
interest-no-place = اختيار البلد
interest-place-eu = الاتحاد الأوروبي (التوجيه)
interest-clause = البند الذي يجيزها
interest-clause-hint = حيث يتناول العقد تأخر السداد؛ وبدونه لا يُحسب شيء.
interest-rate = النسبة المتفق عليها، في المئة سنوياً
interest-rate-hint = تُترك خالية حيث للنظام نسبة.
interest-claimed = يوم المطالبة القضائية
interest-claimed-hint = حيث يبدأ النظام الحساب من المطالبة فقط.
interest-compute = الحساب
interest-loss = بيان ضرر فعلي موثَّق بدلاً منها
interest-barred = لم يُحسب
interest-says = الفائدة: { $sum }
interest-fixed = المبلغ المقطوع عن الفاتورة المتأخرة: { $sum }
interest-capped = النسبة المتفق عليها تجاوز ما يجيزه النظام، فخُفضت إليه.
interest-at-most = هذا هو الحد الأعلى؛ وكثيراً ما تحكم المحاكم بأقل منه.
interest-unrated = لا نسبة مرجعية مدرجة من { $day }، فلم يُحسب بعده شيء.
interest-vat-outside = خارج نطاق ضريبة القيمة المضافة.
interest-vat-unsettled = يُسأل هل تخضع لضريبة القيمة المضافة.
interest-span = من { $from } إلى { $until }
interest-percent = ‏{ $rate }٪
interest-head-span = المدة
interest-head-days = الأيام
interest-head-principal = على مبلغ
interest-head-rate = النسبة السنوية
interest-head-interest = الفائدة
interest-head-source = مصدر النسبة
interest-of-contract = العقد، { $clause }
interest-of-contract-alone = العقد
interest-of-invoice = حساب الفائدة على { $invoice }
interest-law-statutory = يعطي النظام فائدة بلا اتفاق.
interest-law-agreed = لا يعطي النظام فائدة إلا باتفاق.
interest-law-disabled = لا يجيز النظام فائدة؛ وتجوز المطالبة بضرر يثبت.
interest-unchecked = لم يتحمّل أحد صحة هذا المدخل بعد؛ يُسأل المستشار القانوني.
barred-no_pack = لا تذكر الحزم شيئاً عن تأخر السداد هناك، أو عن دين بهذا القِدم.
barred-disabled = لا يجيز النظام فائدة.
barred-no_clause = لم يُذكر بند في العقد.
barred-not_approved = لم يعتمدها أحد.
barred-no_claim = يبدأ النظام الحساب من المطالبة القضائية، ولم تُذكر.
barred-no_rate = لا نسبة متفقاً عليها، ولا نسبة مدرجة لنصف السنة.
barred-not_late = لم تتأخر.

account-entries = كل مستند ودفعة
account-lines = ما على كل طرف
account-head-side = على من
account-client-even = *حساب { $day } متوازن.*
account-client-you = *بحسب حساب { $day } عليكم { $you }.*
account-client-we = *بحسب حساب { $day } لكم علينا { $we }.*
account-client-both = *بحسب حساب { $day } عليكم { $you }، ولكم علينا { $we }.*
client-side-they_owe = عليكم
client-side-we_owe = علينا
client-side-advance = مدفوع مقدماً
client-side-to_bill = لم يُفوتر بعد، على حدة
client-side-disputed = متنازع عليه، على حدة
client-side-retained = محتجز لديكم
client-side-trust = أمانة لكم لدينا
