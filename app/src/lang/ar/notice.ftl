# الإشعار باليوم: ما يؤول إليه، وكل خطوة مقروءة، وما في مُدخلاته من خلل.

notice-received = يُعدّ الإشعار مستلَماً يوم { $day }.
notice-ends = تنتهي الخدمة يوم *{ $day }* ({ $hijri })، وهو آخر أيام الإشعار.
notice-ends-gregorian = تنتهي الخدمة يوم *{ $day }*، وهو آخر أيام الإشعار.
notice-ends-term = تنتهي الخدمة يوم *{ $day }* ({ $hijri })، وهو آخر أيام مدة العقد.
notice-ends-term-gregorian = تنتهي الخدمة يوم *{ $day }*، وهو آخر أيام مدة العقد.
notice-first-dispatch = أول يوم يصحّ فيه الإرسال { $day }؛ وما سبقه مبكر.
notice-too-early = *جاء هذا الإشعار مبكراً عن نهاية العقد؛* لا يصحّ استلامه قبل { $day }.
notice-last-receipt = للانتهاء بنهاية العقد يلزم أن يُستلم في موعد أقصاه { $day }.
notice-last-dispatch = آخر يوم يصحّ فيه الإرسال { $day }.
notice-last-safe = آخر يوم آمن للإرسال *{ $day }*.
notice-too-late = *جاء هذا الإشعار متأخراً عن نهاية العقد؛* كان يلزم أن يُستلم في موعد أقصاه { $day }.
notice-never = لا يوم يكفي لينتهي إشعار بنهاية العقد.
notice-steps = كيف حُسب:
notice-step-by = { $said } ({ $source })

notice-source-clause = البند
notice-source-default = لا بند؛ المعتاد في هذه الطريقة
notice-source-zones = المناطق الزمنية
notice-source-packs = حزم العطلات
notice-source-calendar = العطلات الأسبوعية والرسمية
notice-source-umm_al_qura = تقويم أم القرى
notice-source-margin = احتياط

notice-at = { $day }، الساعة { $time }
notice-step-local_time = كانت ساعة المُرسِل { $from } حين كانت ساعة المُرسَل إليه { $to }.
notice-step-receipt = أُرسل { $from }، ويُعدّ مستلَماً { $to }: { $rule }.
notice-rule-same_day = في يومه إن كان يوم عمل عند المُرسَل إليه، وإلا ففي يوم العمل التالي
notice-rule-same_day-before = في يومه قبل الساعة { $time } إن كان يوم عمل عند المُرسَل إليه، وإلا ففي يوم العمل التالي
notice-rule-next_business_day = في يوم العمل التالي عند المُرسَل إليه
notice-rule-nth_business_day = في يوم العمل رقم { $n } بعد الإرسال عند المُرسَل إليه
notice-rule-nth_day = في اليوم التقويمي رقم { $n } بعد الإرسال
notice-rule-on_receipt = عند وصوله
notice-step-start-day_after = لا يُحسب يوم الاستلام. أول الأيام { $to }.
notice-step-start-first_of_next_month = أول الأيام أول الشهر التالي، { $to }.
notice-step-start-billing_anniversary = أول الأيام يوم تبدأ الفترة التالية التي تُفوتر، { $to }.
notice-step-length = من { $from }، والمدة { $length }. آخر الأيام { $to }.
notice-counted-recipient = { $length } عند المُرسَل إليه
notice-counted-sender = { $length } عند المُرسِل
notice-counted-both = { $length } في المكانين معاً
notice-step-skipped = لا يُحسب { $from } لأنه عطلة رسمية: { $places }.
notice-step-clear_days = في الأيام الكاملة لا يُحسب اليوم الأخير أيضاً: { $to }.
notice-step-lock_in = لا انتهاء قبل { $to }، فتُنقل النهاية إليه.
notice-step-align-month_end = تُنقل النهاية إلى آخر شهرها، { $to }.
notice-step-align-quarter_end = تُنقل النهاية إلى آخر ربعها، { $to }.
notice-step-align-term_anniversary = تُنقل النهاية إلى الذكرى السنوية لبداية العقد، { $to }.
notice-step-roll-following = { $from } يوم عطلة عند المُرسَل إليه، فتُنقل النهاية إلى يوم العمل التالي، { $to }.
notice-step-roll-preceding = { $from } يوم عطلة عند المُرسَل إليه، فتُنقل النهاية إلى يوم العمل السابق، { $to }.
notice-step-roll-modified_following = { $from } يوم عطلة عند المُرسَل إليه، فتُنقل النهاية داخل شهرها إلى { $to }.
notice-step-first_receipt = بما لا يزيد على { $length } قبل نهاية العقد { $from }: يصحّ استلامه من { $to }.
notice-step-first_dispatch = لئلا يُستلم قبل { $from } يصحّ إرساله من { $to }، وهو يوم عمل في المكانين: { $rule }.
notice-step-last_receipt = رجوعاً من نهاية العقد { $from }، والمدة { $length }. يلزم أن يُستلم في موعد أقصاه { $to }.
notice-step-last_receipt_open = { $from } متأخر أو يوم عطلة عند المُرسَل إليه؛ فيلزم أن يُستلم في موعد أقصاه { $to }.
notice-step-last_dispatch = ليُستلم في موعد أقصاه { $from } يلزم إرساله في موعد أقصاه { $to }، وهو يوم عمل في المكانين: { $rule }.
notice-step-safe_dispatch = تُترك خمسة أيام عمل عند المُرسِل احتياطاً: { $to }.
notice-step-next_term = جاء متأخراً عن نهاية المدة الجارية، وكان آخر يوم لاستلامه { $from }. تتجدد المدة { $length } في كل مرة، ويمنع الإشعار أول تجديد يدركه: { $to }.
notice-step-term_end-renewal = استُلم في موعده فمنع التجديد. ينتهي العقد بنهاية مدته، { $to }.
notice-step-term_end-no_renewal = لا يتجدد العقد من نفسه. ينتهي بنهاية مدته، { $to }، متى استُلم الإشعار.
notice-step-no_last_receipt = لا يوم يكفي لينتهي إشعار في { $from }.
notice-step-tentative = في المدة عطلات لم تُعلَن بعد. وأسوأ ما يكون أن يتغيّر من { $from } إلى { $to }: { $what }.
notice-moved-received_on = يوم الاستلام
notice-moved-effective_on = يوم الانتهاء
notice-moved-first_lawful_receipt = أول يوم للاستلام
notice-moved-first_lawful_dispatch = أول يوم يصحّ فيه الإرسال
notice-moved-last_lawful_receipt = آخر يوم للاستلام
notice-moved-last_lawful_dispatch = آخر يوم يصحّ فيه الإرسال
notice-moved-last_safe_dispatch = آخر يوم آمن للإرسال
notice-no-day = لا يوم
notice-step-unlisted = ليس في الحزم عطلات رسمية لهذا المكان فلم تُحسب: { $place }.
notice-step-unlisted-from = في الحزم عطلات هذا المكان من { $day } فصاعداً، ولم يُحسب ما قبله: { $place }.

notice-length-day = { $n ->
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
        [many] { $n } يوماً
       *[other] { $n } يوم
    }
notice-length-business_day = { $n ->
        [one] يوم عمل واحد
        [two] يوما عمل
        [few] { $n } أيام عمل
       *[other] { $n } يوم عمل
    }
notice-length-week = { $n ->
        [one] أسبوع واحد
        [two] أسبوعان
        [few] { $n } أسابيع
        [many] { $n } أسبوعاً
       *[other] { $n } أسبوع
    }
notice-length-month = { $n ->
        [one] شهر واحد
        [two] شهران
        [few] { $n } أشهر
        [many] { $n } شهراً
       *[other] { $n } شهر
    }
notice-length-year = { $n ->
        [one] سنة واحدة
        [two] سنتان
        [few] { $n } سنوات
       *[other] { $n } سنة
    }
notice-length-hijri_month = { $n ->
        [one] شهر هجري واحد
        [two] شهران هجريان
        [few] { $n } أشهر هجرية
        [many] { $n } شهراً هجرياً
       *[other] { $n } شهر هجري
    }

notice-spot = السطر { $line }، العمود { $column }
notice-wrong-unreadable = النص ليس بصيغة JSON: { $what }. يُصحَّح السطر؛ وفي docs/ar/notice.md ملف كامل.
notice-wrong-missing = ناقص. يُضاف؛ وفي docs/ar/notice.md ما يصحّ فيه.
notice-wrong-unknown = لا مُدخل بهذا الاسم. يُحذف، أو يُنظر اسمه في docs/ar/notice.md.
notice-wrong-unknown-near = لا مُدخل بهذا الاسم. لعل المقصود { $what }.
notice-wrong-twice = مكرَّر، ولا يُعتدّ إلا بواحد. يُحذف أحدهما.
notice-wrong-not_text = المطلوب نص بين علامتي اقتباس.
notice-wrong-not_whole = المطلوب عدد صحيح بلا علامتي اقتباس.
notice-wrong-not_flag = المطلوب true أو false بلا علامتي اقتباس.
notice-wrong-not_list = المطلوب قائمة بين قوسين مربّعين.
notice-wrong-not_object = المطلوب أسماء وقيم بين قوسين معقوفين.
notice-wrong-not_one_of = المطلوب إحدى هذه الكلمات: { $what }.
notice-wrong-not_day = المطلوب يوم موجود مثل 2026-01-15.
notice-wrong-not_time = المطلوب وقت مثل 17:00.
notice-wrong-not_moment = المطلوب يوم مع وقته مثل 2026-01-15T17:40؛ فالوقت يحدّد يوم الاستلام.
notice-wrong-skipped_time = قُدّمت الساعة هناك فلم تُظهر هذا الوقت. يُكتب الوقت الذي أظهرته.
notice-wrong-not_place = لا تقويم موثوقاً لهذا المكان. الأماكن المعروفة: { $what }.
notice-wrong-not_zone = لا منطقة زمنية بهذا الاسم. يُكتب مثل Africa/Cairo أو Asia/Riyadh.
notice-wrong-outside_years = تُحسب الأيام في الأعوام { $what }. يُصحَّح العام.
notice-wrong-below = لا يقل عن { $what }.
notice-wrong-above = لا يزيد على { $what }.
notice-wrong-too_many = العدد كبير؛ وأكثره { $what }. يُحذف ما مضى بعيداً أو ما هو بعيد قادم.
notice-wrong-needs = لا معنى له بلا { $what }. يُضاف ذاك أو يُحذف هذا.
notice-wrong-shuts = تُغلق المهلة قبل أن تُفتح: فأطول ما قبل النهاية أقصر من أقصره. يُصحَّح أحدهما.
notice-wrong-before = يسبق { $what }. يُصحَّح أحدهما.
notice-wrong-next_term = جاء الإشعار متأخراً عن نهاية المدة الجارية، أو قد يتأخر. يُضاف طول المدة التالية، مثل "renews_for": { $what }، أو "renews": false إن كانت المدة لا تتجدد من نفسها.
notice-wrong-no_rule = بهذه الطريقة لا يحدّد وقت الاستلام إلا البند. يُضاف deemed، مثل "deemed": { $what }.
notice-wrong-beyond_table = تقع النهاية الهجرية خارج الأعوام 1431 إلى 1499 التي في جدول أم القرى. تُقصَّر المدة أو تُحسب بوحدة أخرى.
fail-notice = ليس في { $what } مُدخلات صالحة. لم يُحسب شيء.
fail-notice-next = يُصحَّح ما ذُكر ويُعاد الأمر؛ وفي docs/ar/notice.md شرح كل مُدخل.
