# صفحات كلفة الإنهاء.

exit-title = كلفة الإنهاء
exit-title-of = كلفة الإنهاء: { $name }
exit-lede-risk = { $end_kind ->
        [none] بالإنهاء الآن يبقى النقد *فوق الصفر* في كل مستقبل، وينزل تحته بالإبقاء في { $keep } من كل 100.
        [few] بالإنهاء الآن ينزل النقد تحت الصفر في أقل من *مستقبل واحد من كل 100*، { $keep_kind ->
            [none] ولا ينزل بالإبقاء في أي مستقبل
            [few] وبالإبقاء في أقل من 1
            [most] وبالإبقاء في أكثر من 99
            [all] وبالإبقاء في كل مستقبل
           *[some] وبالإبقاء في { $keep }
        }.
        [most] بالإنهاء الآن ينزل النقد تحت الصفر في أكثر من *99 من كل 100 مستقبل*، { $keep_kind ->
            [none] ولا ينزل بالإبقاء في أي مستقبل
            [few] وبالإبقاء في أقل من 1
            [most] وبالإبقاء في أكثر من 99
            [all] وبالإبقاء في كل مستقبل
           *[some] وبالإبقاء في { $keep }
        }.
        [all] بالإنهاء الآن ينزل النقد تحت الصفر في *كل مستقبل*، { $keep_kind ->
            [none] ولا ينزل بالإبقاء في أي مستقبل
            [few] وبالإبقاء في أقل من 1
            [most] وبالإبقاء في أكثر من 99
            [all] وبالإبقاء في كل مستقبل
           *[some] وبالإبقاء في { $keep }
        }.
       *[some] بالإنهاء الآن ينزل النقد تحت الصفر في *{ $end } من كل 100 مستقبل*، { $keep_kind ->
            [none] ولا ينزل بالإبقاء في أي مستقبل
            [few] وبالإبقاء في أقل من 1
            [most] وبالإبقاء في أكثر من 99
            [all] وبالإبقاء في كل مستقبل
           *[some] وبالإبقاء في { $keep }
        }.
    }
exit-if-risk = { $end_kind ->
        [none] لو غادر { $name } اليوم لبقي النقد *فوق الصفر* في كل مستقبل، وينزل تحته ببقائه في { $keep } من كل 100.
        [few] لو غادر { $name } اليوم لنزل النقد تحت الصفر في أقل من *مستقبل واحد من كل 100*، { $keep_kind ->
            [none] ولا ينزل ببقائه في أي مستقبل
            [few] وببقائه في أقل من 1
            [most] وببقائه في أكثر من 99
            [all] وببقائه في كل مستقبل
           *[some] وببقائه في { $keep }
        }.
        [most] لو غادر { $name } اليوم لنزل النقد تحت الصفر في أكثر من *99 من كل 100 مستقبل*، { $keep_kind ->
            [none] ولا ينزل ببقائه في أي مستقبل
            [few] وببقائه في أقل من 1
            [most] وببقائه في أكثر من 99
            [all] وببقائه في كل مستقبل
           *[some] وببقائه في { $keep }
        }.
        [all] لو غادر { $name } اليوم لنزل النقد تحت الصفر في *كل مستقبل*، { $keep_kind ->
            [none] ولا ينزل ببقائه في أي مستقبل
            [few] وببقائه في أقل من 1
            [most] وببقائه في أكثر من 99
            [all] وببقائه في كل مستقبل
           *[some] وببقائه في { $keep }
        }.
       *[some] لو غادر { $name } اليوم لنزل النقد تحت الصفر في *{ $end } من كل 100 مستقبل*، { $keep_kind ->
            [none] ولا ينزل ببقائه في أي مستقبل
            [few] وببقائه في أقل من 1
            [most] وببقائه في أكثر من 99
            [all] وببقائه في كل مستقبل
           *[some] وببقائه في { $keep }
        }.
    }
exit-if-safe = { $side ->
        [less] لو غادر { $name } اليوم لما نزل النقد تحت الصفر في أي مستقبل، لكن خلال { $months ->
            [one] شهر واحد
            [two] شهرين
            [few] { $months } أشهر
            [many] { $months } شهراً
           *[other] { $months } شهر
        } *ينقص { $sum }* عما يبقى معه.
       *[more] لو غادر { $name } اليوم لما نزل النقد تحت الصفر في أي مستقبل، وخلال { $months ->
            [one] شهر واحد
            [two] شهرين
            [few] { $months } أشهر
            [many] { $months } شهراً
           *[other] { $months } شهر
        } *يزيد { $sum }* على ما يبقى معه.
    }
exit-lede-safe = { $side ->
        [less] لا ينزل النقد تحت الصفر في أي مستقبل. وخلال { $months ->
            [one] شهر واحد
            [two] شهرين
            [few] { $months } أشهر
            [many] { $months } شهراً
           *[other] { $months } شهر
        } يُبقي الإنهاء الآن *أقلَّ من الإبقاء بمقدار { $sum }*.
       *[more] لا ينزل النقد تحت الصفر في أي مستقبل. وخلال { $months ->
            [one] شهر واحد
            [two] شهرين
            [few] { $months } أشهر
            [many] { $months } شهراً
           *[other] { $months } شهر
        } يُبقي الإنهاء الآن *أكثر من الإبقاء بمقدار { $sum }*.
    }
exit-lede-missing = *رقمان أو ثلاثة* تكفي للبدء.
exit-what-if-missing = ماذا لو غادر *{ $name }*، أكبر عملائنا؟ ينقص رقمان للجواب.
exit-none-billed = *لا فواتير بعد* يُعرف منها ما تكلّفه مغادرة عميل.
exit-open-largest = نظرة أقرب في { $name }
exit-overview-note = يحسن بكل مؤسسة أن تعرف هذا قبل أن تُضطر إليه. لا شيء هنا يبدأ إجراءً، ولا يراه عميل.
exit-to-client = صفحة العميل
exit-jump = أجزاء الصفحة
exit-compute = حساب
exit-all-inputs = كل المُدخلات
exit-in-currency = المبالغ بوحدات كاملة: { $currency }.
exit-essential-cash = النقد اليوم
exit-essential-contribution = ما يُدخله هذا العميل في الشهر
exit-essential-months = الأشهر حتى التوقيع مع بديل
exit-in-percent = { $input }، بالمئة
exit-in-months = { $input }، بالأشهر
exit-plain = { $input }
exit-used-history = { $figure }، من سجلاتنا
exit-used-assumed = { $figure }، افتراض
exit-used-stated = { $figure }، مذكور يدوياً
exit-unstated = غير معروف بعد
exit-old = أقدم من 30 يوماً
exit-percent-invalid = المطلوب نسبة من 0 إلى 100.
exit-steps-invalid = لكل مرحلة شهر بعد شهر سابقتها، ونسبة من 0 إلى 100.
exit-fact-cash = النقد اليوم
exit-fact-reserve = الاحتياطي المطلوب
exit-fact-wins = مدة التعويض
exit-fact-wins-history = { $n ->
        [few] من { $n } عملاء كسبناهم
        [many] من { $n } عميلاً كسبناهم
       *[other] من { $n } عميل كسبناهم
    }
exit-fact-wins-assumed = { $n ->
        [zero] افتراض، لم يُدخل عميل كسبناه
        [one] افتراض، لم يُدخل إلا عميل واحد كسبناه
        [two] افتراض، لم يُدخل إلا عميلان كسبناهما
       *[few] افتراض، لم يُدخل إلا { $n } عملاء كسبناهم
    }
exit-fact-share = حصة أكبر العملاء
exit-clients = أكبر عملائنا
exit-clients-note = ماذا لو غادر أحدهم؟
exit-head-revenue = إيراد اثني عشر شهراً
exit-head-share = الحصة

exit-bill = فاتورة الإنهاء
exit-bill-note = ما الذي يتطلَّبه إنهاء العلاقة، قبل كل شيء.
exit-bill-none = لم يُدخل شيء بعد. يُنظر في المبالغ المستردة والغرامات والعمل غير المكتمل والتراخيص وصلاحيات الدخول وأيام فريقنا.
exit-bill-sum = المجموع
exit-bill-unconverted = { $n ->
        [one] بند واحد بعملة بلا سعر صرف، وليس في المجموع.
        [two] بندان بعملة بلا سعر صرف، وليسا في المجموع.
        [few] { $n } بنود بعملة بلا سعر صرف، وليست في المجموع.
       *[other] { $n } بنداً بعملة بلا سعر صرف، وليست في المجموع.
    }
exit-bill-add = إضافة بند
exit-add = إضافة
exit-remove = حذف
bill-what = البند
bill-what-hint = مثل: ثلاثة أيام لتسليم الحسابات
bill-kind = النوع
bill-kind-hint = فيمَ هو
bill-cost = الكلفة
bill-cost-hint = سالبة إن كانت لنا
bill-on = موعد الاستحقاق
bill-on-hint = يجوز تركه فارغاً
bill-source = المصدر
bill-source-hint = بند عقد أو عرض سعر أو عدّ
bill-refund = مبلغ مسترد
bill-penalty = غرامة
bill-unfinished_work = عمل غير مكتمل
bill-licence = ترخيص
bill-access = صلاحية دخول
bill-people_days = أيام فريقنا
bill-other = غير ذلك

exit-side = السيناريوهات جنباً إلى جنب
exit-side-note = مئة مستقبل لكل منها. النقطة الممتلئة: نقد تحت الصفر. الحلقة: تحت الاحتياطي. النقطة الصغيرة: لا هذا ولا ذاك.
exit-base = للمقارنة
exit-dots = من كل مئة مستقبل ينزل النقد تحت الصفر في { $zero }، وتحت الاحتياطي في { $reserve }.
exit-lowest = أدنى نقطة
exit-break-even = شهر التعادل
scenario-keep-what = لا شيء يتغيّر.
scenario-repair-what = تستغرق { $months } وكلفتها { $cost }؛ ويُقدَّر احتمال نجاحها بـ { $success }.
scenario-end_now-what = { $notice_n ->
        [zero] ينقطع الدخل فوراً.
       *[other] مدة الإشعار { $notice } ثم ينقطع الدخل.
    }{ $loses ->
        [some] {" "}وقد يضيع { $lost } مما لنا على العميل.
       *[none] {""}
    }
scenario-expire-what = الباقي من العقد { $left }، وتستمر الخدمة حتى نهايته.
scenario-hand_over-what = نخدم { $over } أخرى ثم يتولاها غيرنا.{ $pays ->
        [some] {" "}العمولة: { $fee }.
       *[none] {""}
    }
scenario-staged-what = نقلّص الخدمة { $steps ->
        [one] على مرحلة واحدة
        [two] على مرحلتين
        [few] على { $steps } مراحل
       *[other] على { $steps } مرحلة
    }، آخرها في الشهر { $last }.
exit-cash = النقد شهراً شهراً
exit-cash-note = الأشهر اللاحقة { $side ->
        [left] إلى اليسار
       *[right] إلى اليمين
    }. الخط: الوسيط. الظل: ثمانون من كل مئة مستقبل. الشرطات الرمادية: الإبقاء كما هي. الشرطات الزرقاء: الاحتياطي. والمقياس واحد للجميع.
fan-now = الآن
fan-note = بالآلاف، { $currency }.
fan-caption = النقد في كل شهر: { $what }
fan-head-low = واحد من عشرة دونه
fan-head-middle = النصف دونه
fan-head-high = واحد من عشرة فوقه
exit-figures = الأرقام نفسها
exit-futures = { $draws ->
        [one] مستقبل واحد
        [two] مستقبلان
        [few] { $draws } مستقبلات
        [many] { $draws } مستقبلاً
       *[other] { $draws } مستقبل
    }، البذرة { $seed }
exit-head-zero = تحت الصفر
exit-head-last = النقد في النهاية
exit-changes-title = ما الذي يقلب النتيجة؟
exit-swings-note = كل مُدخل وحده، في أدناه (حلقة) وأعلاه (نقطة): ما يُبقيه الإنهاء الآن زيادةً على الإبقاء، قبل الصفر أو بعده مع اتجاه القراءة. ومعامل ارتباط الرتب، من -1 إلى 1، يبيّن إلى أي حد يتبع ترتيبُ المستقبلات مُدخلًا واحدًا بينما تتغيّر سائر المُدخلات معه.
exit-of-history = من سجلاتنا
exit-of-assumption = افتراض
exit-of-old = أقدم من 30 يوماً
exit-agenda = جدول أعمال الحديث

exit-cuts = نفقات يمكن تقليلها
exit-cuts-note = أجزاء من النفقات الثابتة قد تذهب مع العميل، وما يتطلَّبه ذلك.
exit-cuts-add = إضافة نفقة
cut-name = النفقة
cut-name-hint = مثل: متعاون مستقل أو مكتب
cut-monthly = في الشهر
cut-monthly-hint = كما تُدفع اليوم
cut-avoidable = ما يمكن توفيره منها، بالمئة
cut-avoidable-hint = 100 إن ذهبت كلها
cut-lag = يُوفَّر من الشهر
cut-lag-hint = 0: فوراً
cut-one-off = كلفة توفيرها
cut-one-off-hint = تعويضات أو غرامات

exit-keep-title = محاكاة محفوظة
exit-keep-note = المحاكاة المحفوظة تبقى كما هي: المُدخلات والبذرة وفاتورة الإنهاء والأرقام. ويمكن لقرار أن يستند إليها بعد سنة.
exit-keep = حفظ هذه المحاكاة
exit-more = المزيد
exit-to-firm = النقد والاحتياطي والنفقات الثابتة
exit-kept = محاكاة محفوظة
exit-kept-of = محاكاة محفوظة: { $name }
exit-kept-note = تعرض ما كان معروفاً حينها، ولا يتغيّر منها شيء بعد.
exit-kept-at = حُفظت
exit-seed = البذرة
exit-file = المُدخلات في ملف
exit-now-of = { $what } كما هو اليوم
exit-back-to = العودة إلى { $what }

exit-inputs = المُدخلات
exit-inputs-of = المُدخلات: { $name }
exit-inputs-lede = في كل سطر الرقم المستعمل ومصدره. *يُكتب غيره حيث توجد معرفة أفضل*؛ والفارغ يعني: كما ذُكر.
exit-serving = منها { $sum } لمن يخدمون هذا العميل من فريقنا، وهي تُدفع على كل حال
exit-group-client = هذا العميل وسائر العملاء
exit-group-client-note = ما يُدخله نقداً: المفوتر ناقصاً ما يُنفق لأجله. أما ساعات الفريق ففي النفقات الثابتة.
exit-group-contract = العقد
exit-group-contract-note = يدوياً إلى أن يُقرأ العقد.
exit-group-replacement = البديل
exit-group-replacement-note = إذا بلغ عدد العملاء الذين كسبناهم ثمانية فمنهم تُعرف المدة.
exit-group-marketing = تسويق آخر
exit-group-marketing-note = ما دام البحث عن بديل.
exit-group-repair = الإصلاح
exit-group-repair-note = ما قد يأتي به الحديث أولاً.
exit-group-hand_over = تسليم العميل لغيرنا
exit-group-hand_over-note = العمولة السالبة عمولة ندفعها.
exit-group-harm = الضرر، وما جاء عن طريق هذا العميل
exit-group-harm-note = ما تُحدثه خدمته فينا، وما قد يذهب معه.
exit-group-computing = طريقة الحساب
exit-group-computing-note = المعتاد من اثني عشر إلى ستة وثلاثين شهراً.
exit-group-staged = إنهاء على مراحل
exit-group-staged-note = من كل شهر مذكور لا يبقى من الخدمة إلا هذه النسبة.
exit-step = المرحلة { $n }
exit-step-month = من الشهر
exit-step-share = النسبة الباقية، بالمئة
exit-renews = يتجدد العقد تلقائياً. ولعدم تجديده يُقال ذلك في حينه؛ والأشهر الباقية محسوبة إلى أقرب نهاية ما زال بلوغها ممكناً.

exit-wins = عملاء كسبناهم
exit-wins-none = *لم يُدخل عميل كسبناه بعد.* كم استغرق التوقيع مع آخر العملاء؟
exit-wins-few = { $n ->
        [one] *عميل واحد بعد* وتُعرف مدة التعويض من سجلاتنا. وإلى ذلك الحين فهي افتراض.
        [two] *عميلان بعد* وتُعرف مدة التعويض من سجلاتنا. وإلى ذلك الحين فهي افتراض.
        [few] *{ $n } عملاء بعد* وتُعرف مدة التعويض من سجلاتنا. وإلى ذلك الحين فهي افتراض.
       *[other] *{ $n } عميلاً بعد* وتُعرف مدة التعويض من سجلاتنا. وإلى ذلك الحين فهي افتراض.
    }
exit-wins-enough = استغرق ثمانية من كل عشرة ما بين *{ $low } و{ $high } من الأشهر*، وعدد من كسبناهم { $n }.
exit-wins-note = من أول اتصال إلى التوقيع. ومن ينسَ البطيء منها يطُل انتظاره على غير ما توقّع.
exit-wins-add = إضافة عميل كسبناه
exit-wins-future = هذا اليوم لم يأتِ بعد.
exit-wins-order = لا يسبق التوقيع أول اتصال.
win-name = العميل
win-contacted = أول اتصال
win-signed = التوقيع
win-took = المدة
win-monthly = ما يُبقيه في الشهر
win-monthly-hint = ما يدفعه ناقصاً ما يُنفق لأجله؛ ولا تُحسب ساعات الفريق. ويجوز تركه فارغاً.

exit-price = الأسعار
price-lede = ماذا يتطلَّب *سعر أقل*، وبماذا يخاطر سعر أعلى؟
price-revenue = السعر في الشهر
price-revenue-hint = صافياً، بلا ما يُمرَّر فقط
price-contribution = ما يبقى منه
price-contribution-hint = بعد ساعات الفريق
price-hours = الساعات في الشهر
price-hours-hint = التي تأخذها الخدمة
price-free = الساعات الفارغة في الشهر
price-free-hint = مما عند فريقنا
price-discount = الخصم بالمئة
price-discount-hint = تحت الصفر: زيادة
price-compute = حساب
price-takes = { $fits ->
        [yes] خصم { $share } يتطلَّب *زيادة العمل { $volume }* للنتيجة نفسها: { $hours } من الساعات زيادةً، وعندنا { $free }.
        [no] خصم { $share } يتطلَّب *زيادة العمل { $volume }* للنتيجة نفسها: { $hours } من الساعات زيادةً، وليس عندنا إلا { $free }.
        [none] خصم { $share } يتطلَّب *زيادة العمل { $volume }* للنتيجة نفسها: { $hours } من الساعات زيادةً، ولا ساعات فارغة عندنا.
       *[unknown] خصم { $share } يتطلَّب *زيادة العمل { $volume }* للنتيجة نفسها.
    }
price-never = لا عمل يعوّض خصم { $share }: *لا يبقى من السعر إلا { $margin }*.
price-rise = زيادة { $share } مجدية ما دام الضائع *أقل من { $volume } من العمل*.
price-floor-loss = عند { $sum } في الشهر لا يبقى شيء، ودونه يكلّفنا العميل.
price-floor-rate = بأدنى سعر لساعتنا وهو { $rate }، تكون { $hours } من الساعات بـ { $sum } في الشهر.
price-table = أسعار أخرى
price-table-note = حجم العمل للنتيجة نفسها، وما يأخذه من ساعات.
price-head-change = تغيير السعر
price-head-volume = العمل
price-head-hours = ساعات الشهر
price-row-rise = أكثر { $share }
price-row-discount = أقل { $share }
price-none = مستحيل

exit-agenda-of = جدول أعمال الحديث: { $name }
exit-agenda-lede = الحديث *قبل* القرار أقل كلفة. هذه مسودة تُعدَّل قبل أخذها.
exit-agenda-with = حديث مع { $what }
exit-agenda-note = بلا تهديد وبلا سرد أخطاء. وما يُتفق عليه يُرسل مكتوباً في اليوم نفسه.
agenda-listen = كيف ترون الأمر؟
agenda-listen-say = نسأل أولاً ونكتب الجواب بألفاظكم.
agenda-our-part = نصيبنا من المشكلة
agenda-our-part-say = ما أسهمنا به فيها، وما نصلحه من الآن، ولكل شيء اسم ويوم.
agenda-price = السعر والشروط
agenda-price-say = ليكون الاستمرار عندنا كأفضل البدائل، تلزم زيادة نحو { $sum } في الشهر: بالسعر أو بساعات أقل أو بهما.
agenda-payment = السداد
agenda-payment-say = المفتوح { $sum }. نقترح أياماً لسداده وشروطاً يلتزمها الطرفان. وما نخشى ضياعه: نحو { $risk }.
agenda-scope = طريقة العمل
agenda-scope-say = الاستعجال والتغييرات تكلّفنا نحو { $sum } في الشهر. ومسؤول اتصال واحد عند كل طرف، وتغييرات مكتوبة، توفّر أكثره.
agenda-renewal = العقد
agenda-renewal-say = { $n ->
        [zero] هو الآن في نهايته. فماذا يقول عقد جديد؟
        [one] باقٍ منه شهر واحد. فماذا يقول عقد جديد؟
        [two] باقٍ منه شهران. فماذا يقول عقد جديد؟
        [few] باقٍ منه { $n } أشهر. فماذا يقول عقد جديد؟
        [many] باقٍ منه { $n } شهراً. فماذا يقول عقد جديد؟
       *[other] باقٍ منه { $n } شهر. فماذا يقول عقد جديد؟
    }
agenda-review = متى ننظر ثانيةً
agenda-review-say = { $n ->
        [one] بعد شهر
        [two] بعد شهرين
        [few] بعد { $n } أشهر
        [many] بعد { $n } شهراً
       *[other] بعد { $n } شهر
    } ننظر معاً ثانيةً، بمقاييس نتفق عليها اليوم.
agenda-otherwise = وإلا
agenda-otherwise-say = إن لم نجد سبيلاً افترقنا بالحسنى{ $n ->
        [zero] .
        [one] : بإشعار مدته شهر وتسليم مرتَّب.
        [two] : بإشعار مدته شهران وتسليم مرتَّب.
        [few] : بإشعار مدته { $n } أشهر وتسليم مرتَّب.
       *[other] : بإشعار مدته { $n } شهراً وتسليم مرتَّب.
    }
act-exit = كلفة الإنهاء
