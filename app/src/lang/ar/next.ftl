# العميل التالي: العملاء المحتملون ومعايير القبول والقنوات.

prospects-title = العملاء المحتملون
prospects-lede = { $n ->
    [0] *لا عميل محتملاً قيد المتابعة.*
    [one] { $due ->
        [0] *عميل محتمل واحد قيد المتابعة.*
       *[other] *عميل محتمل واحد قيد المتابعة،* وحان موعد التواصل معه.
    }
    [two] { $due ->
        [0] *عميلان محتملان قيد المتابعة.*
        [one] *عميلان محتملان قيد المتابعة،* وحان موعد التواصل مع أحدهما.
       *[other] *عميلان محتملان قيد المتابعة،* وحان موعد التواصل معهما.
    }
    [few] { $due ->
        [0] *{ $n } عملاء محتملين قيد المتابعة.*
        [one] *{ $n } عملاء محتملين قيد المتابعة،* وحان موعد التواصل مع أحدهم.
        [two] *{ $n } عملاء محتملين قيد المتابعة،* وحان موعد التواصل مع اثنين منهم.
       *[other] *{ $n } عملاء محتملين قيد المتابعة،* وحان موعد التواصل مع { $due } منهم.
    }
    [many] { $due ->
        [0] *{ $n } عميلاً محتملاً قيد المتابعة.*
        [one] *{ $n } عميلاً محتملاً قيد المتابعة،* وحان موعد التواصل مع أحدهم.
        [two] *{ $n } عميلاً محتملاً قيد المتابعة،* وحان موعد التواصل مع اثنين منهم.
       *[other] *{ $n } عميلاً محتملاً قيد المتابعة،* وحان موعد التواصل مع { $due } منهم.
    }
   *[other] { $due ->
        [0] *{ $n } عميل محتمل قيد المتابعة.*
        [one] *{ $n } عميل محتمل قيد المتابعة،* وحان موعد التواصل مع أحدهم.
        [two] *{ $n } عميل محتمل قيد المتابعة،* وحان موعد التواصل مع اثنين منهم.
       *[other] *{ $n } عميل محتمل قيد المتابعة،* وحان موعد التواصل مع { $due } منهم.
    }
}
prospects-note = من قد يصبح عميلاً، وعن أي قناة جاء، وما علّمتنا النهايات السابقة أن نسأل عنه أولاً. لا يرفض البرنامج أحداً: يقول ما يُحسب على المرء، والقرار للناس.
prospects-empty = لا عملاء محتملين بعد
prospects-empty-note = يُسجَّل من يجري الحديث معه ومن دلّه علينا. ما يُعرف عنه يُعرض على معايير القبول، ومن يُكسب يعوّض ما يكلّفه الانفصال.
prospects-open = قيد المتابعة
prospects-open-note = الأقرب موعداً أولاً.
prospects-over = من كسبناهم، ومن اختاروا غيرنا، ومن رفضناهم
prospects-calendar = مواعيد تواصلي القادمة
prospects-calendar-entry = { $name }: تواصل
prospect-name = الاسم
prospect-channel = القناة
prospect-stage = المرحلة
prospect-contribution = المساهمة المتوقعة في السنة
prospect-contribution-hint = ما يُنتظر أن يبقى بعد ما يُنفق عليه، بعملة مؤسستنا. قد يبقى خالياً.
prospect-next = التواصل التالي
prospect-next-what = موضوعه
prospect-late = حان موعده
prospect-criteria = قول المعايير
prospect-criteria-note = كل معيار مع الوقائع التي أوصلت إلى قوله. وما لا يُعرف يُسأل عنه ولا يُحسب خيراً.
prospect-none = لا يوجد
prospect-owner = المتابِع
prospect-person = جهة الاتصال
prospect-email = البريد الإلكتروني
prospect-email-hint = بالاسم والبريد والرقم ونطاق المؤسسة نتعرّف من تعاملنا معه من قبل.
prospect-phone = الهاتف
prospect-site = الموقع
prospect-cost = كلفة الوصول إليه
prospect-through = أيّها بالاسم، أو من أحاله
prospect-through-hint = المنصة أو المعرض أو الفعالية أو الشخص.
prospect-referred-by = العميل الذي أحاله
prospect-referred-by-hint = اسم العميل أو رمزه، إن كان المُحيل عميلاً.
prospect-no-such-client = لا عميل يُقصد بهذا. يُراجع الاسم، أو يُنشأ سجل العميل أولاً.
prospect-contacted = أول تواصل
prospect-client = العميل
prospect-client-taken = صار عميل محتمل آخر هذا العميل من قبل. يُراجع أيّهما هو.
prospect-client-hint = اسم سجل العميل أو رمزه.
prospect-they-expect = ما يتوقعونه منّا
prospect-we-expect = ما نتوقعه منهم
prospect-expectations = التوقعات المتبادلة
prospect-known = ما يُعرف عنه
prospect-known-note = مع يوم تسجيله: لا يُحسب في الاختبار على الماضي إلا ما عُرف قبل التوقيع.
prospect-happened = ما جرى
prospect-new = عميل محتمل جديد
prospect-new-asks = *من هو، وعن طريق من جاء؟*
prospect-new-note = يكفي الاسم والقناة للبدء.
prospect-edit-asks = *ما الذي تغيّر؟*
prospect-save = حفظ
prospect-back = العودة إلى العميل المحتمل
prospect-overtaken = سجّل غيرك شيئاً في الأثناء. يُنظر في صفحة العميل المحتمل ثم يُعاد الحفظ؛ وما كُتب هنا باقٍ.
prospect-go-stage = دخول مرحلة
prospect-go-facts = تسجيل ما يُعرف
prospect-go-edit = تعديل الوصف
prospect-go-sheet = صحيفة القبول
prospect-go-override = قبوله رغم ذلك
prospect-go-client = ربط سجل العميل
prospect-lede-won = *أصبح { $name } عميلاً.*
prospect-lede-lost = *اختار { $name } غيرنا.*
prospect-lede-refused = *اعتذرنا عن العمل مع { $name }.*
prospect-lede-no-criteria = لا معيار نافذاً يُعرض عليه { $name }.
prospect-lede-against = { $n ->
    [one] *معيار واحد يمنع قبول { $name }.*
    [two] *معياران يمنعان قبول { $name }.*
    [few] *{ $n } معايير تمنع قبول { $name }.*
    [many] *{ $n } معياراً يمنع قبول { $name }.*
   *[other] *{ $n } معيار يمنع قبول { $name }.*
}
prospect-lede-unknown = { $n ->
    [one] *ما يُعرف عن { $name } لا يكفي* للحكم بمعيار واحد.
    [two] *ما يُعرف عن { $name } لا يكفي* للحكم بمعيارين.
    [few] *ما يُعرف عن { $name } لا يكفي* للحكم بـ{ $n } معايير.
    [many] *ما يُعرف عن { $name } لا يكفي* للحكم بـ{ $n } معياراً.
   *[other] *ما يُعرف عن { $name } لا يكفي* للحكم بـ{ $n } معيار.
}
prospect-lede-noted = { $n ->
    [one] *معيار واحد يدعو إلى الحذر* مع { $name }.
    [two] *معياران يدعوان إلى الحذر* مع { $name }.
    [few] *{ $n } معايير تدعو إلى الحذر* مع { $name }.
    [many] *{ $n } معياراً يدعو إلى الحذر* مع { $name }.
   *[other] *{ $n } معيار يدعو إلى الحذر* مع { $name }.
}
prospect-lede-nothing = *لا معيار نافذاً يُحسب على { $name }.*
prospect-may-override = يمكن رفضه، أو قبوله رغم ذلك مع ذكر السبب.
prospect-ask-owner = لا يمكن كسبه على هذه الحال. وللمالك أن يتجاوز ذلك بسبب يذكره.
prospect-shut = رفضناه. ولا يعيد فتح الأمر إلا المالك بسبب يذكره.
prospect-shut-asks = *رفضناه. فلماذا نعود إلى الحديث معه؟*
prospect-facts-asks = *ماذا يُعرف عنه حتى الآن؟*
prospect-facts-note = يُترك مفتوحاً ما لا يعرفه أحد. الخانة الخالية تعني أنه غير معروف، لا أنه حسن.
prospect-stage-asks = *إلى أين وصل الأمر؟*
prospect-stage-over = صار عميلاً. وما بعد ذلك في صفحة العميل.
prospect-stage-on = في أي يوم
prospect-reason = السبب
prospect-reason-hint = يلزم عند الرفض.
prospect-reason-missing = يلزم ذكر السبب ليتبيّنه غيرك.
prospect-stage-taken = هو في هذه المرحلة من قبل.
prospect-day-wrong = اليوم قبل المرحلة الأخيرة أو بعد اليوم الحاضر.
prospect-refused = { $n ->
    [one] معيار واحد يمنع أو لا يمكن الحكم به بعد، ولا يتجاوزه إلا المالك. لم يتغيّر شيء؛ يُرجع إلى المالك أو تُدخل مرحلة أخرى.
    [two] معياران يمنعان أو لا يمكن الحكم بهما بعد، ولا يتجاوزهما إلا المالك. لم يتغيّر شيء؛ يُرجع إلى المالك أو تُدخل مرحلة أخرى.
    [few] { $n } معايير تمنع أو لا يمكن الحكم بها بعد، ولا يتجاوزها إلا المالك. لم يتغيّر شيء؛ يُرجع إلى المالك أو تُدخل مرحلة أخرى.
    [many] { $n } معياراً يمنع أو لا يمكن الحكم به بعد، ولا يتجاوز ذلك إلا المالك. لم يتغيّر شيء؛ يُرجع إلى المالك أو تُدخل مرحلة أخرى.
   *[other] { $n } معيار يمنع أو لا يمكن الحكم به بعد، ولا يتجاوز ذلك إلا المالك. لم يتغيّر شيء؛ يُرجع إلى المالك أو تُدخل مرحلة أخرى.
}
prospect-refused-owner = { $n ->
    [one] معيار واحد يمنع أو لا يمكن الحكم به بعد. لم يتغيّر شيء؛ ولقبوله رغم ذلك يُذكر السبب في الصفحة المخصصة.
    [two] معياران يمنعان أو لا يمكن الحكم بهما بعد. لم يتغيّر شيء؛ ولقبوله رغم ذلك يُذكر السبب في الصفحة المخصصة.
    [few] { $n } معايير تمنع أو لا يمكن الحكم بها بعد. لم يتغيّر شيء؛ ولقبوله رغم ذلك يُذكر السبب في الصفحة المخصصة.
    [many] { $n } معياراً يمنع أو لا يمكن الحكم به بعد. لم يتغيّر شيء؛ ولقبوله رغم ذلك يُذكر السبب في الصفحة المخصصة.
   *[other] { $n } معيار يمنع أو لا يمكن الحكم به بعد. لم يتغيّر شيء؛ ولقبوله رغم ذلك يُذكر السبب في الصفحة المخصصة.
}
prospect-only-owner = لا يقبل من يمنعه معيار إلا مالك المؤسسة.
prospect-nothing-against = لا معيار يمنع على هذه الحال.
prospect-override-asks = *لماذا نقبله مع أن هذا يمنع أو لا يمكن الحكم به؟*
prospect-override-note = يبقى اسمك وسببك مع العميل المحتمل. وإذا تغيّر المعيار لاحقاً أو تغيّر ما ينظر فيه عاد السؤال.
prospect-override-do = قبوله رغم ذلك
prospect-client-asks = *أي سجل هو سجل هذا العميل؟*
prospect-client-not-won = لا سجل عميل إلا لمن كسبناه.
prospect-create-client = إنشاء سجل العميل أولاً
prospect-told-added = سُجِّل عميلاً محتملاً.
prospect-told-described = تغيّر الوصف.
prospect-told-facts = عُرف من ذلك اليوم أو سُحب: { $facts }.
prospect-told-stage = { $stage }، في { $day }.
prospect-told-overridden = قُبل مع أن هذا يمنع: { $criteria }.
prospect-told-reopened = أُعيد فتح الأمر بعد رفضه.
prospect-told-client = صار العميل { $client }.
met-title = قد نكون تعاملنا معه
met-note = بين العملاء وجهات الاتصال عندهم والعملاء المحتملين الآخرين. وما ليس لك أن تراه لا يُنظر فيه.
met-client = { $name }، من عملائنا: { $sign }.
met-ended-client = { $name }، من عملائنا الذين افترقنا عنهم: { $sign }.
met-parted = كيف افترقنا: { $state }.
met-prospect = { $name }، عميل محتمل آخر ({ $stage }): { $sign }.
met-by-email = البريد نفسه
met-by-phone = رقم الهاتف نفسه
met-by-domain = النطاق نفسه
met-by-name = الاسم نفسه
met-by-person = جهة الاتصال نفسها
met-by-near_name = اسم قريب
met-by-sounds = ربما كان الاسم نفسه بحروف أخرى
met-letters = حرفاً حرفاً:
through-platform = منصة عمل حر
through-social = وسائل التواصل الاجتماعي
through-fair = معرض
through-event = فعالية مهنية
through-referral = إحالة
through-other = غير ذلك
stage-lead = عميل محتمل
stage-talked = جرى الحديث
stage-proposal = عرض مقدَّم
stage-won = كسبناه
stage-lost = اختار غيرنا
stage-refused = رفضناه
fact-expected_contribution = المساهمة المتوقعة في السنة
fact-declared_budget = الميزانية التي يذكرها
fact-payment_days = مهلة السداد التي يطلبها
fact-prepayment = النسبة المدفوعة مقدماً
fact-discount = الخصم الذي يطلبه
fact-employees = عدد الموظفين
fact-decision_makers = عدد من تلزم موافقتهم
fact-suppliers_left = من تركهم من أهل مهنتنا في ثلاث سنوات
fact-deadline_days = المدة حتى أول نتيجة مطلوبة
fact-industry = القطاع
fact-country = الدولة
fact-channel = القناة
fact-written_scope = نطاق العمل متفق عليه كتابة
fact-named_contact = جهة اتصال واحدة مسماة
fact-conduct_accepted = قبول مدونة السلوك
fact-contract_accepted = قبول عقدنا كما هو
fact-days = { $n ->
    [0] 0 يوم
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يوماً
   *[other] { $n } يوم
}
fact-hint-days = بالأيام.
fact-hint-percent = بالنسبة المئوية، من 0 إلى 100.
fact-hint-sum = بوحدات صحيحة من عملة مؤسستنا.
fact-number-invalid = يلزم هنا عدد صحيح لا يقل عن الصفر؛ والأيام والمبالغ من غير وحدتها.
fact-country-invalid = تلزم هنا دولة من القائمة، باسمها أو برمزها من حرفين.
fact-percent-invalid = يلزم هنا عدد صحيح من 0 إلى 100.
answer-yes = نعم
answer-no = لا
answer-open = غير معروف بعد
relation-at_least = لا يقل عن
relation-at_most = لا يزيد على
relation-is = هو
relation-is_not = ليس
relation-says-at_least = «{ $fact }»: { $value } أو أكثر
relation-says-at_most = «{ $fact }»: { $value } أو أقل
relation-says-is = «{ $fact }»: { $value }
relation-says-is_not = «{ $fact }»: غير { $value }
join-all = يلزم تحققها كلها
join-any = تكفي واحدة
join-and = وكذلك
join-or = أو
truth-true = متحقق
truth-false = غير متحقق
truth-unknown = لا يمكن الحكم
reason-known = المعروف: { $value }
reason-unknown = غير معروف بعد
verdict-ask-true = متحقق: يُسأل قبل المضي.
verdict-ask-false = غير متحقق: لا شيء يُسأل عنه.
verdict-ask-unknown = لا يمكن الحكم بعد: في الأمر ما لا يُعرف.
verdict-caution-true = متحقق: يلزم الحذر في المضي.
verdict-caution-false = غير متحقق.
verdict-caution-unknown = لا يمكن الحكم بعد: في الأمر ما لا يُعرف.
verdict-refuse-true = متحقق: لا يُقبل إلا إذا ذكر المالك سبباً.
verdict-refuse-false = غير متحقق.
verdict-refuse-unknown = لا يمكن الحكم بعد: يلزم تبيّن الأمر قبل التوقيع. وإلى ذلك الحين لا يُكسب إلا إذا ذكر المالك سبباً.
verdict-overridden = تجاوزه المالك.
verdict-short-refused = معيار يمنع
verdict-short-noted = يدعو إلى الحذر
verdict-short-unknown = ما يُعرف لا يكفي
verdict-short-none = لا شيء يُحسب عليه
sheet-lede = ما يتوقعه الطرفان قبل توقيع أي شيء.
sheet-note = تُقرأ معاً ويوقّعها الطرفان. وليس فيها ما يحل محل العقد.
sheet-heading = صحيفة القبول
sheet-open = لم يُحدد بعد
sheet-agreed = المتفق عليه سلفاً
sheet-standard = كيف يعامل بعضنا بعضاً
sheet-standard-version = مدونة السلوك، الإصدار { $n }
standard-respect = يخاطب كل طرف الآخر باحترام. لا إهانة ولا تهديد ولا تحرش، من أي جهة كانت.
standard-hours = الرسائل خارج ساعات العمل تنتظر يوم العمل التالي، إلا في طارئ متفق عليه.
standard-contact = يسمّي كل طرف شخصاً واحداً يجيب ويملك القرار.
standard-scope = المطلوب مكتوب. وما يُزاد عليه يُتفق عليه وعلى سعره قبل البدء به.
standard-payment = تُسدد الفواتير في يومها المتفق عليه. ومن لم يستطع قال ذلك قبله.
standard-report = من رأى أنه عومل بسوء قال ذلك، ونُظر فيه. ولا يتضرر أحد لأنه تكلم.
sheet-sign-us = عنّا: الاسم والتاريخ والتوقيع
sheet-sign-them = عنهم: الاسم والتاريخ والتوقيع
criteria-title = معايير القبول
criteria-lede = { $n ->
    [0] *لا معيار نافذاً.*
    [one] *معيار واحد نافذ.*
    [two] *معياران نافذان.*
    [few] *{ $n } معايير نافذة.*
    [many] *{ $n } معياراً نافذاً.*
   *[other] *{ $n } معيار نافذ.*
}
criteria-note = ما علّمته نهاية، مكتوباً قاعدةً لما بعدها. يُجرَّب كل معيار أولاً على عملاء مؤسستنا، ثم يضعه المالك موضع التنفيذ.
criteria-none-active = لا معيار بعد
criteria-none-note = يُؤخذ درس ويُسأل: بمَ كان يمكن أن نعرف ذلك مسبقاً؟
criteria-all = كل المعايير
criterion-new = معيار جديد
criterion-edit = صياغة جديدة
criterion-back = العودة إلى المعيار
criterion-asks = *بمَ نعرف مسبقاً أن الحذر واجب؟*
criterion-note = واقعة واحدة إلى ثلاث تُعرف قبل أي توقيع. الصياغة الجديدة إصدار جديد؛ ويبقى النافذ نافذاً حتى يضع المالك الجديد موضع التنفيذ.
criterion-title = الاسم
criterion-title-hint = ما ينبّه إليه، في كلمات قليلة.
criterion-rule = القاعدة
criterion-effect = ما يترتب عليه
criterion-fact-1 = الواقعة
criterion-fact-2 = الواقعة الثانية
criterion-fact-3 = الواقعة الثالثة
criterion-no-fact = لا شيء
criterion-relation = المقارنة
criterion-value = بماذا تُقارن
criterion-value-hint = عدد أو كلمة أو اسم قناة أو دولة، أو نعم أو لا.
criterion-join = إن كانت أكثر من واحدة
criterion-owner = المسؤول عنه
criterion-lesson = الدرس الذي جاء منه
criterion-lesson-hint = من حالات الانفصال التي لك مشاركة فيها. وتظهر كلماته مع المعيار للجميع، أما من أي ملف هو فلمن شارك فيه وحده.
criterion-no-lesson = لا درس مدوّن
criterion-lesson-unknown = لا درس كهذا في ملف لك مشاركة فيه. يُختار درس من القائمة، أو لا شيء.
criterion-save = حفظ مسودة
criterion-needs-test = تلزم واقعة واحدة على الأقل.
criterion-relation-wrong = لا تُقارن هذه الواقعة هكذا: للأعداد «لا يقل عن» و«لا يزيد على»، ولنعم ولا «هو».
criterion-sum-not-yours = لا يقارن بهذا المبلغ إلا المالك والمالية.
criterion-yes-or-no = يلزم هنا نعم أو لا.
criterion-channel-wrong = يلزم هنا اسم قناة.
criterion-overtaken = تغيّر في الأثناء. يُنظر فيه كما هو الآن ثم تُعاد المحاولة.
criterion-state-draft = مسودة
criterion-state-active = نافذ
criterion-state-retired = أُوقف العمل به
criterion-version = الإصدار
criterion-lede-ask = *{ $rule }:* عندها نسأل قبل المضي.
criterion-lede-caution = *{ $rule }:* عندها نمضي بحذر.
criterion-lede-refuse = *{ $rule }:* عندها لا نقبل إلا إذا ذكر المالك سبباً.
criterion-waits = صياغة أحدث تنتظر وضعها موضع التنفيذ، واختبارها أدناه: { $rule } ({ $effect }).
criterion-came-to = ما أفضى إليه
criterion-came-to-says = عدد من لقيناهم منذ { $day }: { $met }. من تحقق فيهم: { $held }، وكُسب منهم مع ذلك: { $won }. ومن لم يمكن الحكم عليهم: { $blind }. ومن تجاوزه المالك معهم: { $aside }.
criterion-activate = وضعه موضع التنفيذ
criterion-activate-note = يُحفظ معه اسمك واليوم ونتيجة الاختبار كما هي الآن.
criterion-reason = سبب الأخذ به مع قلة ما يؤيده من الحالات
criterion-reason-free = السبب (قد يبقى خالياً)
criterion-reason-missing = أقل من خمس حالات عندنا تؤيد هذا الرفض: يلزم ذكر سبب الأخذ به مع ذلك.
criterion-retire = إيقاف العمل به
criterion-happened = الإصدارات والإجراءات
criterion-told-drafted = صيغ الإصدار { $n }: { $effect }.
criterion-told-activated = وُضع الإصدار { $n } موضع التنفيذ.
criterion-told-retired = أُوقف العمل به.
effect-ask = سؤال
effect-caution = حذر
effect-refuse = رفض
effect-note-ask = يُتبيَّن أمر قبل المضي.
effect-note-caution = يُستحضر عند القرار.
effect-note-refuse = لا يُكسب إلا إذا ذكر المالك سبباً، ولا ما دام الحكم غير ممكن.
tried-title = الاختبار على عملائنا
tried-note = ما كانت القاعدة ستقوله عند مجيئهم، مقابل ما آل إليه أمرهم: هل انتهى العمل معهم بملف عندنا، من غير الملفات المقيّدة. يُحسب من ذلك مهلة الفاتورة الأولى، والخصومات المطلوبة قبل البدء، وما سُجِّل عن العميل المحتمل قبل كسبه. أما الدولة والقطاع، ومهلة السداد حيث لا فاتورة، فكما هي في سجل اليوم. ولا يُحسب كيف سددوا لاحقاً. ويُترك من لم تصدر له فاتورة منذ سنة، ويُحجب كل عدد من واحد إلى ثلاثة.
tried-says = { $n ->
    [one] أمكنت مقارنة عميل واحد.
    [two] أمكنت مقارنة عميلين.
    [few] أمكنت مقارنة { $n } عملاء.
    [many] أمكنت مقارنة { $n } عميلاً.
   *[other] أمكنت مقارنة { $n } عميل.
} { $undecided ->
    [0] {""}
    [hidden] {""}
   *[other] وتُرك { $undecided } ما زالت ملفاتهم مفتوحة.
}
tried-too-few = أمكنت مقارنة أقل من أربعة عملاء: لا يُعرض رقم، لأن كل رقم يدل على عميل بعينه.
tried-counts = أعداد الاختبار
tried-of = القاعدة
tried-ended = أنهينا العمل معهم
tried-kept = ما زالوا عملاء
tried-held = تحققت
tried-not-held = لم تتحقق
tried-blind = لم يمكن الحكم
tried-hidden = لا يُعرض
tried-precision = ممن تحققت فيهم، من أنهينا العمل معهم
tried-recall = ممن أنهينا العمل معهم، من تحققت فيهم
tried-blind-says = { $blind ->
    [0] أمكن الحكم على كل عميل.
    [hidden] لم يمكن الحكم على قلائل: ما عُرف عنهم في البداية لا يكفي.
    [few] لم يمكن الحكم على { $blind } عملاء: ما عُرف عنهم في البداية لا يكفي.
    [many] لم يمكن الحكم على { $blind } عميلاً: ما عُرف عنهم في البداية لا يكفي.
   *[other] لم يمكن الحكم على { $blind } عميل: ما عُرف عنهم في البداية لا يكفي.
}
tried-support = أقل من { $n } حالات عندنا تؤيد هذا الرفض. ولوضعه موضع التنفيذ يوقّع المالك بسبب يذكره.
tried-not-yours = نتيجة الاختبار على عملائنا تُعرض للمالك وللمالية.
share-says = { $share } ({ $k } من { $n }؛ بين { $low } و{ $high })
too-few = أقل من أربعة
channels-title = القنوات
channels-lede = *أكثر العملاء جاؤوا عن طريق: { $channel }* ({ $n }).
channels-lede-few = *من كُسبوا أقل من أن يُفاضَل بهم* بين القنوات.
channels-note = من أين يأتي العملاء القادمون، وما كلفة ذلك، وما يؤول إليه أمرهم.
channels-worth = ما جاءت به كل قناة
channels-worth-note = لا تُعرض النسب والأوساط لأقل من أربعة. والمدى بجانب النسبة يحويها في 95 من كل 100. ودرجة قبول العميل: نسبة ما لا يعترض عليه من المعايير النافذة التي أمكن الحكم بها على ما سُجِّل قبل كسبه. وما آل إليه أمر العملاء يُعرف من كل الملفات غير المقيّدة التي فُتحت منذ كسبهم؛ والعميل ذو الاسمين عميل واحد.
channels-prospects = المحتملون
channels-cost = الكلفة
channels-won = كسبناهم
channels-win-rate = نسبة الفوز ممن حُسم أمرهم
channels-cycle = من التواصل إلى التوقيع (الوسيط)
channels-revenue = من التواصل إلى أول إيراد (الوسيط)
channels-score = متوسط درجة القبول
channels-fate = ما آل إليه أمر العملاء
channels-fates = بخير: { $fine }، بلا فاتورة منذ سنة: { $gone }، في ملف: { $in_case }، انتهى: { $ended }
channels-chances = احتمال الفوز بحسب المرحلة
channels-chances-note = بالنسبة المئوية. وبها يوزن خط الفرص.
channels-assumed = هي افتراض إلى أن يحدد المالك ما يخص مؤسستنا.
channels-own = ما آل إليه أمر المحتملين عندنا
channels-own-note = ممن بلغوا المرحلة يوماً وحُسم أمرهم، نسبة من كُسب؛ ويُترك من رفضناه.
channels-set = تحديد الاحتمالات
channels-chances-fall = لا يكون احتمال مرحلة لاحقة أقل من احتمال سابقتها.
win-prospect = من العملاء المحتملين
