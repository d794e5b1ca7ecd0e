# كلفة الإنهاء: السيناريوهات والمستقبلات والمُدخلات وما فيها من خلل.

scenario-keep = إبقاؤها كما هي
scenario-repair = خطة إصلاح
scenario-end_now = الإنهاء الآن بإشعار
scenario-expire = عدم التجديد
scenario-hand_over = تسليم العميل لغيرنا
scenario-staged = إنهاء على مراحل

future-below = { $kind ->
        [none] لا ينزل النقد تحت الصفر في أي مستقبل.
        [few] ينزل النقد تحت الصفر في أقل من مستقبل واحد من كل 100.
        [most] ينزل النقد تحت الصفر في أكثر من *99* من كل 100 مستقبل، وفي نصفها بحلول الشهر { $month }.
        [all] ينزل النقد تحت الصفر في *كل* مستقبل، وفي نصفها بحلول الشهر { $month }.
       *[some] { $n ->
            [one] في مستقبل *واحد* من كل 100 ينزل النقد تحت الصفر، بحلول الشهر { $month } غالباً.
            [two] في *مستقبلين* من كل 100 ينزل النقد تحت الصفر، وفي نصفها بحلول الشهر { $month }.
           *[other] في *{ $n }* من كل 100 مستقبل ينزل النقد تحت الصفر، وفي نصفها بحلول الشهر { $month }.
        }
    }
future-of-100 = { $kind ->
        [none] ولا واحد
        [few] أقل من 1 من كل 100
        [most] أكثر من 99 من كل 100
        [all] جميعها
       *[some] { $n } من كل 100
    }

exit-indifference = { $kind ->
        [never] حتى لو وُقِّع مع البديل اليوم لم يعوّض ما يضيع بالإنهاء.
        [always] ما يبقى بعد الإنهاء لا يقل عمّا يبقى مع العميل، ولو لم يأتِ بديل.
       *[until] إن وُقِّع مع بديل خلال *{ $months } من الأشهر* لم يقل ما يبقى بعد الإنهاء عمّا يبقى مع العميل؛ وبعدها يصير الإبقاء أوفر. المستقبلات التي يوقَّع فيها في حينه: { $n }.
    }
exit-waiting = { $kind ->
        [gains] تأجيل الإنهاء شهراً يُبقي { $sum } زيادةً على الإنهاء الآن.
        [costs] تأجيل الإنهاء شهراً ينقص { $sum } عن الإنهاء الآن.
       *[same] تأجيل الإنهاء شهراً يستوي والإنهاء الآن.
    }
exit-swing = { $input }: عند { $low } { $side_low ->
        [less] يُبقي الإنهاء الآن أقلَّ من الإبقاء بمقدار { $sum_low }
       *[more] يُبقي الإنهاء الآن أكثر من الإبقاء بمقدار { $sum_low }
    }، وعند { $high } { $side_high ->
        [less] أقلَّ بمقدار { $sum_high }
       *[more] أكثر بمقدار { $sum_high }
    }.
exit-swing-rank = ومع تغيّر المُدخلات كلها معاً: معامل ارتباط الرتب { $rank }.

advice-leads = *الإصلاح يُبقي أكثر من أي إنهاء، وليس أخطر منه.* المستقبلات التي لا يقل فيها ما يُبقيه عن «{ $scenario }»: { $n }. فالحديث مع العميل أولاً.
advice-close = *لا تحسم هذه الأرقام بين الإصلاح و«{ $scenario }».* المستقبلات التي لا يقل فيها ما يُبقيه الإصلاح: { $n }.{ $turned ->
        [one] {" "}ويكفي مُدخل واحد ضمن مداه ليقلب النتيجة: { $input }.
       *[none] {""}
    } فالحديث مع العميل أولاً، وهو أقلها كلفة.
advice-ending = «{ $scenario }» يُبقي أكثر من الإصلاح مهما تغيّر أيّ مُدخل وحده ضمن مداه. المستقبلات التي لا يقل فيها ما يُبقيه الإصلاح: { $n }. الأرقام تُعلِم، والقرار للناس.
advice-unknown = لم يُذكر شيء عن خطة إصلاح. بذكر احتمال نجاحها وكلفتها ومدتها يُقارَن الحديث أولاً بالإنهاء.

input-in-months = { $n ->
        [zero] لا شيء
        [one] شهر واحد
        [two] شهران
        [few] { $n } أشهر
        [many] { $n } شهراً
       *[other] { $n } شهر
    }
input-in-hours = { $n ->
        [zero] لا ساعات
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $n } ساعات
       *[other] { $n } ساعة
    }
input-horizon_months = الأشهر المنظور فيها
input-draws = عدد المستقبلات
input-cash = النقد اليوم
input-reserve = الاحتياطي المطلوب
input-fixed_cost_monthly = النفقات الثابتة في الشهر
input-other_contribution_monthly = مساهمة سائر العملاء في الشهر
input-discount_yearly = معدل الخصم الزمني في السنة
input-client-contribution_monthly = مساهمة هذا العميل في الشهر
input-client-notice_months = مدة الإشعار
input-client-notice_realised = ما يبقى من العمل خلال الإشعار
input-client-contract_months_left = الباقي من مدة العقد
input-client-early_fee = رسم الإنهاء المبكر
input-client-receivable = ما على العميل لنا
input-client-write_off_share = ما يضيع منه إن أنهينا
input-client-exit_cost = فاتورة الإنهاء
input-client-hours_monthly = ساعات هذا العميل في الشهر
input-replacement-contribution_monthly = مساهمة البديل في الشهر
input-replacement-mean_months = المدة حتى التوقيع مع بديل
input-replacement-ramp_months = المدة حتى تكتمل مساهمته
input-replacement-acquisition_cost = كلفة كسبه
input-repair-success = احتمال نجاح الإصلاح
input-repair-uplift_monthly = ما يزيده الإصلاح الناجح في الشهر
input-repair-cost = كلفة الإصلاح
input-repair-months = مدة الإصلاح
input-marketing-factor = كم مرةً يُسرّع التسويق الجديد مجيء البديل
input-marketing-lag_months = المدة حتى يؤثر التسويق الجديد
input-marketing-cost_monthly = كلفة التسويق الجديد في الشهر
input-hand_over-fee = عمولة التسليم
input-hand_over-months = مدة التسليم
input-harm-monthly = ما يكلّفه الاضطراب سائر العمل في الشهر
input-harm-leave_chance_yearly = احتمال أن يترك أحدنا العمل بسببه خلال سنة
input-harm-leave_cost = كلفة تعويضه
input-linked-contribution_monthly = مساهمة عملاء جاؤوا عن طريقه
input-linked-chance = احتمال ذهابهم معه

caution-costs = النفقات القابلة للتقليل أكبر من النفقات الثابتة التي هي جزء منها. يُصحَّح أحد الرقمين.
caution-stages = بعض المراحل يقع بعد الأشهر المنظور فيها.
caution-contract = مدة العقد أطول من الأشهر المنظور فيها، فعدم التجديد يبدو كالإبقاء.
caution-replacement = لا بديل متوقَّع. إن كان متوقَّعاً فتُذكر مساهمته ومدة العثور عليه.

wrong-unreadable = النص ليس بصيغة TOML: { $what }. يُصحَّح السطر؛ وفي docs/ar/exit.md ملف كامل.
wrong-missing = الرقم ناقص. يُضاف، ويُكتب 0 إن لم يكن شيء.
wrong-unknown = لا مُدخل بهذا الاسم. يُحذف، أو يُنظر اسمه في docs/ar/exit.md.
wrong-unknown-near = لا مُدخل بهذا الاسم. لعل المقصود { $what }.
wrong-not-number = المطلوب عدد مثل 1250.50، بلا علامتي اقتباس ولا عملة.
wrong-not-whole = المطلوب عدد صحيح.
wrong-not-finite = المطلوب عدد يُعَدّ، وليس هذا عدداً.
wrong-not-text = المطلوب نص بين علامتي اقتباس.
wrong-not-list = المطلوب قائمة بين قوسين مثل [2, 3.5].
wrong-not-table = المطلوب جدول: سطر [name] وأرقامه تحته.
wrong-not-one-of = المطلوب إحدى هذه الكلمات: { $what }.
wrong-not-currency = المطلوب أحرف ISO 4217 الثلاثة، مثل SAR أو EGP أو EUR.
wrong-not-day = المطلوب يوم مثل 2026-11-22.
wrong-not-range = المطلوب هنا رقم واحد، لا مدى ولا قائمة.
wrong-share = المطلوب نسبة بين 0 و1: يُكتب 0.4 عن 40%.
wrong-below = لا يقل عن { $what }.
wrong-above = لا يزيد على { $what }.
wrong-empty = القائمة فارغة. يُضاف رقم أو تُحذف القائمة.
wrong-too-many = العدد كبير؛ وأكثره { $what }.
wrong-unordered = الترتيب غير صحيح: يتصاعد الأدنى فالأرجح فالأعلى، وكذلك أشهر المراحل.
wrong-beside = يقول { $what } الشيء نفسه. يُحذف أحدهما.
wrong-needs = لا معنى له بلا { $what }. يُضاف ذاك أو يُحذف هذا.

exit-simulated = كلفة الإنهاء خلال { $months ->
        [one] شهر واحد
        [two] شهرين
        [few] { $months } أشهر
        [many] { $months } شهراً
       *[other] { $months } شهر
    }: كل السيناريوهات في { $draws ->
        [one] مستقبل واحد
        [two] المستقبلين نفسيهما
        [few] { $draws } مستقبلات هي نفسها
        [many] { $draws } مستقبلاً هي نفسها
       *[other] { $draws } مستقبل هي نفسها
    }، البذرة { $seed }.
exit-head-scenario = السيناريو
exit-head-futures = النقد تحت الصفر
exit-head-reserve = تحت الاحتياطي
exit-head-lowest = أدنى وسيط
exit-head-break-even = شهر التعادل
exit-head-more = ما يزيد على الإبقاء
exit-month = الشهر { $n }
exit-line = السطر { $line }
exit-none = –
exit-changes = ما الذي يقلب النتيجة:
exit-from-history = من سجلاتنا: { $what }.
exit-assumed = افتراض: { $what }.
fail-inputs = ليس في { $what } مُدخلات صالحة. لم يُحسب شيء.
fail-inputs-next = يُصحَّح ما ذُكر ويُعاد الأمر؛ وفي docs/ar/exit.md شرح كل مُدخل.
fail-not-text = الملف { $what } ليس نصاً.
fail-not-text-next = يُحفظ نصاً بترميز UTF-8 ثم يُعاد الأمر.
