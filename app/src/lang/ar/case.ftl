# ملفات العملاء الذين صار أمرهم موضع سؤال: القوائم والمراحل والأدوار وبوابات العبور، ولماذا لم يتم شيء.
cases-title = ملفات المراجعة
cases-lede = { $n ->
    [one] ملف واحد مفتوح.
    [two] ملفان مفتوحان.
    [3] ثلاثة ملفات مفتوحة.
    [4] أربعة ملفات مفتوحة.
    [5] خمسة ملفات مفتوحة.
    [few] { $n } ملفات مفتوحة.
    [many] { $n } ملفاً مفتوحاً.
   *[other] { $n } ملف مفتوح.
}
cases-adviser-note = يُطلب منكم أن تقرؤوا هذه القرارات، ولا شيء غيرها من المؤسسة مفتوح لكم.
cases-open = مفتوحة
cases-rested = مستقرة
cases-note = الأطول وقوفاً أولاً. تظهر هنا الملفات التي لكم فيها دور.
cases-none = لا عميل قيد المراجعة.
cases-none-note = تُفتح المراجعة من صفحة العميل، حين تكفي علاماته لذلك أو حين يطلبها أحد.
cases-stands = المرحلة
cases-since = منذ
cases-opened = فُتح في
case-title = المراجعة
case-lede = ملف { $name } في مرحلة «{ $stage }» منذ { $day }.
case-happened = ما الذي جرى
case-happened-note = لا شيء هنا يُغيَّر أو يُحذف.
case-comma = {"، "}
words-closed = مختوم حتى تُفتح الآراء.
words-erased = مُحيت هذه الكلمات، وبقي أنها قيلت.
said-stance = الرأي
said-priced_out = لماذا يُدفع العميل إلى الرحيل برفع السعر ولا يُصارَح
said-changes_my_mind = ما الذي يغيّر رأيي
said-on_repair = عن الإصلاح
said-conditions = شروط بقاء العميل
said-added = إضافة { $member }
said-left-out = بغير { $member }
said-depends_on = ما الذي يتوقف عليه غير ذلك
said-beyond_figures = قيمة لا يظهرها رقم
said-as_new = هل نبدأ مع هذا العميل اليوم

case-stage-triage = الأسئلة الأولى
case-stage-fact_finding = الوقائع
case-stage-review = المراجعة
case-stage-decided = صدر القرار
case-stage-repair = الإصلاح
case-stage-kept = الاستمرار
case-stage-preparing_exit = التحضير للإنهاء
case-stage-withdrawn = مسحوب
case-stage-protect = الحماية

case-role-lead = مسؤول الملف
case-role-function = ممثل القسم
case-role-facilitator = ميسّر الاجتماع
case-role-decision_owner = صاحب القرار
case-role-finance = المالية
case-role-counsel = المستشار القانوني
case-role-guardian = مسؤول حماية الفريق
case-role-compliance = مسؤول الالتزام
case-role-dpo = مسؤول حماية البيانات
case-role-it = أمين الصلاحيات
case-role-auditor = المدقق
case-role-administrator = مدير النظام
case-role-reporter = المُبلِّغ

case-cause-findings = ما تُظهره السجلات
case-cause-person = طلب من الفريق
case-cause-continuance = السؤال الدوري: هل نستمر؟
case-cause-guardrail = حد من حدود التحفظ جرى تجاوزه
case-cause-report = بلاغ

case-skip-data = مراجعة البيانات
case-skip-contracts = العقود
case-skip-finance_snapshot = أرقام حديثة
case-skip-client_view = رأي العميل
case-skip-complaints = جولة الشكاوى
case-skip-options = المقارنة بين الخيارات
case-skip-scenario = كلفة الإنهاء
case-skip-conflicts = الصلة بالعميل

case-action-see = الاطلاع على هذا الملف
case-action-speak_in_review = الكلام في المراجعة
case-action-facilitate = إدارة الجولات
case-action-work = العمل على الملف
case-action-see_money = الاطلاع على المبالغ
case-action-work_figures = العمل على الأرقام
case-action-name_roles = إسناد الأدوار
case-action-decide = اتخاذ القرار
case-action-second_decision = تأكيد قرار اتخذه غيركم
case-action-counsel = كلمة المستشار القانوني
case-action-counsel_stop = إيقاف الملف لسبب قانوني
case-action-protect = حماية الناس
case-action-assess_duty = تقدير واجب الإبلاغ
case-action-hold_work = إيقاف العمل
case-action-export_dossier = إخراج الملف
case-action-approve_notice = اعتماد الإشعار
case-action-start_suspension = تعليق الخدمات
case-action-approve_stop = الموافقة على ما يُوقَف
case-action-dispose_of_data = التصرف في البيانات
case-action-own_report = ما يخص المُبلِّغ وحده

stance-repair = إصلاح العلاقة
stance-caution = استمرار بحذر
stance-end = إنهاء العلاقة
stance-unknown = لا أعرف ما يكفي
department-sales = المبيعات
department-delivery = التنفيذ
department-service = خدمة العملاء
department-finance = المالية
department-management = الإدارة
door-discomfort = عدم ارتياح
door-interpretation = يحتمل التفسير
door-wrong = خطأ في كل حال
measure-company = مرافقة دائمة
measure-channel = قناة تواصل أخرى
measure-remove_contact = تغيير جهة الاتصال
measure-pause_contact = تعليق التواصل
measure-reassignment = عمل آخر برغبة صاحب الشأن
measure-support = مساندة
milestone-acknowledged = تأكيد الاستلام
milestone-protection_decided = عرض الحماية والجواب عنها
milestone-contact_named = تسمية شخص للتواصل
milestone-statement_taken = أخذ الإفادة
milestone-client_approached = مخاطبة العميل
milestone-second_reading = قراءة شخص ثانٍ
milestone-context_noted = تدوين السياق
milestone-pattern_sought = البحث عن تكرار سابق
milestone-other_side_heard = سماع الطرف الآخر
milestone-explained = اتضح الأمر
milestone-not_borne_out = تبيّن أنه لم يكن كذلك
milestone-outcome_told = الإعلام بالنتيجة
milestone-client_told = أُبلغ العميل بالقرار
milestone-retaliation_checked_30 = التحقق من عدم وقوع انتقام، بعد 30 يوماً
milestone-retaliation_checked_90 = التحقق من عدم وقوع انتقام، بعد 90 يوماً
milestone-retaliation_checked_180 = التحقق من عدم وقوع انتقام، بعد 180 يوماً
milestone-closed_by_person = أغلقه صاحب الشأن
milestone-closed = إغلاق
guard-price_floor = أدنى سعر للساعة
guard-exposure_cap = أقصى ما يبقى معلّقاً
guard-capacity_cap = أقصى ساعات في الشهر
guard-review_date = موعد المراجعة

refused-not-yours = { $action } ليس من دوركم هنا، بل من دور: { $roles }.
refused-not-yours-next = لم يتغيّر شيء. { $names ->
    [empty] لا أحد يشغل هذا الدور بعد، ويسنده صاحب القرار.
   *[other] يُطلب ذلك من: { $names }.
}
refused-missing = ليس بعد: ثمة ما يلزم قبل ذلك.
refused-missing-next = ما كتبتموه باقٍ هنا. يُستكمل الناقص ثم تُعاد المحاولة.
refused-not-now = موضع هذا في مرحلة أخرى، والملف الآن في مرحلة «{ $stage }».
refused-not-now-next = لم يتغيّر شيء. في صفحة الملف ما يأتي بعد هذا.
refused-protected = لهذا الأمر طريق محمي، ولم يُحفظ هنا شيء من جوابكم.
refused-protected-next = البلاغ لا يصل إلا إلى من تختارون. يكفيه دقيقتان ولا يحتاج إلى إثبات.
refused-invalid = { $field }: { $why }.
refused-invalid-next = ما كتبتموه باقٍ هنا.
refused-done = تمّ هذا من قبل.
refused-done-next = لم يتغيّر شيء؛ في صفحة الملف ما هو قائم.
refused-same-person = لا يجتمع الأمران لشخص واحد.
refused-same-person-next = لم يتغيّر شيء. هذا لشخص آخر.
refused-too-soon = لا قبل { $day }، الساعة { $time }. يستريح القرار يوماً قبل أن يؤكده صاحبه.
refused-too-soon-next = لم يتغيّر شيء ولم يضع شيء. الموعد حينها.
refused-departs = لا يتفق الإشعار مع ما أُكّد في نص عقده. { $terms }.
refused-departs-next = يُحسب من جديد على البنود المؤكدة ويُصحَّح الخطاب، أو يُصحَّح البند بجانب نص العقد.
refused-contradicts = في النص خلاف ما يعرفه الملف.
refused-contradicts-next = لم يتغيّر شيء. يُصحَّح النص أو ما في الملف، أو يجيز شخص ثانٍ الخطاب على حاله مع التعليل.
refused-underway = هذا الخطاب في طريقه بالبريد الإلكتروني، ويبقى كما هو إلى أن يُعرف ما آل إليه.
refused-underway-next = لم يتغيّر شيء. صفحة إرسال الخطاب تقول أين هو.
refused-not-asked = لا يجيب هنا إلا من له مقعد في هذه المراجعة.
refused-not-asked-next = لم يتغيّر شيء. ميسّر الاجتماع يمنح المقاعد.
refused-changed = غيركم عمل على الملف أثناء الكتابة، فلم يُحفظ ما كتبتموه بعد.
refused-changed-next = ما كتبتموه باقٍ هنا. يُقرأ ما جرى ثم يُعاد الإرسال.
refused-since = ما جرى في الأثناء

case-field-text = النص
case-field-day = التاريخ
case-field-number = الرقم
case-field-member = الشخص
case-field-choice = الاختيار
case-why-empty = لم يُعطَ شيء
case-why-too_long = أطول من الحد
case-why-in_the_past = المطلوب يوم لم يأتِ بعد
case-why-in_the_future = المطلوب يوم مضى أو هو اليوم
case-why-too_early = يسبق ما يسمح به العقد
case-why-too_late = يصل بعد فوات أوانه لانتهاء المدة الجارية. يُحسب الإشعار من جديد ليوم إرساله، فينتهي العقد بنهاية المدة التالية، ويُذكر ذلك في الخطاب
case-why-before_client = العميل يعلم به أولاً
case-why-too_far = أبعد من الحد
case-why-too_short = أقل من الحد
case-why-unknown = غير معروف هنا
case-why-not_allowed_here = غير ممكن هنا

gate-triage = الأسئلة الأولى بلا جواب
gate-how-triage = القانون والسلوك والتهديد قبل كل شيء.
gate-conflicts = بعض أصحاب القرار لم يصرّحوا هل تربطهم بالعميل صلة
gate-how-conflicts = كلٌّ يصرّح بألا صلة له، أو يتنحى عن الحكم.
gate-data = لم ينظر أحد في اكتمال السجلات
gate-how-data = تحت 70% تُسمّى الفجوات.
gate-contracts = العقود غير محددة
gate-how-contracts = تُسمّى العقود القائمة، أو يُقال إنه لا عقد.
gate-finance_snapshot = الأرقام أقدم من 30 يوماً
gate-how-finance_snapshot = تُحفظ الأرقام كما هي يوم فتح الملف.
gate-roster = لم يُحدَّد من يشارك
gate-how-roster = يُقترح كل من تعامل مع العميل في آخر اثني عشر شهراً.
gate-client_view = رأي العميل غير مكتوب
gate-how-client_view = بكلماته هو، بقدر ما نعرفها.
gate-opinions = آراء لم تصل
gate-how-opinions = كلٌّ يكتب وحده، ومن يغيب يكتب أو يُعذر بسبب.
gate-reveal = الآراء ما زالت مختومة
gate-how-reveal = تُفتح حين تكتمل، أو حين يغلق الميسّر الجولة.
gate-complaints = جولة الشكاوى مفتوحة
gate-how-complaints = تُسمع الشكاوى كلها قبل ذكر أي نقطة إيجابية.
gate-good_things = بعضهم لم يُسمع في النقطة الإيجابية
gate-how-good_things = «لا شيء» جواب أيضاً.
gate-own_parts = سؤال نصيبنا من المشكلة مفتوح
gate-how-own_parts = كلٌّ يجيب بلا اسم، ثم يغلقه الميسّر.
gate-options = الخيارات لم تُقارَن
gate-how-options = بالأوزان التي حددتها المؤسسة من قبل.
gate-scenario = كلفة الإنهاء غير معروفة
gate-how-scenario = تُربط بالملف محاكاة محفوظة.
gate-talk = لا سجل لحديث مع العميل
gate-how-talk = يُسجَّل الحديث. وإن كان غير آمن فيُذكر ذلك؛ وفي المال يكتب المستشار القانوني أنه غير لازم.
gate-ground = لا مبرر مذكور
gate-how-ground = لا إنهاء بلا مبرر واحد على الأقل.
gate-proof = مبرر ينقصه دليله
gate-how-proof = نتيجة رصد محفوظة من الصنف المطلوب، أو سجل جيد واحد، أو ملاحظتان كُتبتا في حينهما.
gate-counsel_for_ground = لم يكتب المستشار القانوني في هذا المبرر
gate-how-counsel_for_ground = السلوك والقانون مبرران يلزمهما كلمة مكتوبة منه.
gate-own_part_review = لم ننظر في نصيبنا مما رُصد
gate-how-own_part_review = لعل السبب من جودة عملنا، فيُنظر فيه أولاً.
gate-lawful_reason = قد لا يكون السبب مشروعاً
gate-how-lawful_reason = لا يُنهى تعامل بسبب صفة يحميها القانون، ولا انتقاماً، ولا رداً على شكوى مشروعة.
gate-repair_considered = لم يُذكر لماذا لا يكفي الإصلاح
gate-how-repair_considered = يُذكر ما جُرّب، ولماذا لا يكفي الإصلاح.
gate-review_day = لا موعد لإعادة النظر
gate-how-review_day = خلال 90 يوماً على الأكثر.
gate-guardrails = حدود التحفظ غير محددة
gate-how-guardrails = رقم واحد على الأقل فوق الصفر، وموعد مراجعة خلال 90 يوماً.
gate-execution = لم يُذكر من ينفّذ وكيف ومتى
gate-how-execution = يُسمّى شخص وطريقة ويوم.
gate-protection_first = أمر الحماية غير محسوم
gate-how-protection_first = الناس أولاً، مهما كان مآل العميل.
gate-duty = لم يُقدَّر واجب الإبلاغ
gate-how-duty = يقدّره المستشار القانوني أو مسؤول الالتزام قبل كل شيء.
gate-decision = لا قرار موقّع
gate-how-decision = يوقّعه صاحب القرار.
gate-second_approval = لم يعتمده شخص ثانٍ
gate-how-second_approval = هذا العميل كبير بحيث لا ينهيه شخص وحده.
gate-reading = لم يقرأ القرار أحد آخر
gate-how-reading = السبب شخصي، فيقرؤه شخص آخر أولاً.
gate-cooling_off = لم يسترح القرار يوماً
gate-how-cooling_off = القرار هنا لكم وحدكم؛ يُؤكَّد بعد 24 ساعة، أو يُستشار مستشار خارجي.
gate-plan = لا خطة
gate-how-plan = تُكتب النسخة الأولى.
gate-meeting = لم يُعقد لقاء مع العميل
gate-how-meeting = يُعقد حين تقوم الخطة.
gate-client_view_of_plan = رأي العميل في الخطة غير مكتوب
gate-how-client_view_of_plan = يُكتب بكلماته ويؤكده.
gate-second_plan = لم تُعدَّل الخطة بعد سماعه
gate-how-second_plan = تُكتب النسخة الثانية، نقطة نقطة.
gate-acknowledgement = لا يُعرف هل قبل العميل الخطة
gate-how-acknowledgement = يُسجَّل قبوله أو رفضه.
gate-counsel_waits = آخر كلمة للمستشار القانوني أن يُنتظر
gate-how-counsel_waits = يكتب كلمة أخرى متى جاز المضي.
gate-name-counsel_waits = كلمة المستشار القانوني
gate-counsel_stop = المستشار القانوني أوقف هذا الملف
gate-how-counsel_stop = هو من يرفع الإيقاف.

# صفحة الملف الواحد.
stand-triage = علاقتنا بـ{ $name } *على طاولة المراجعة*. { $days ->
    [0] فُتح الملف اليوم.
    [one] فُتح الملف أمس.
    [two] فُتح الملف قبل يومين.
    [few] فُتح الملف قبل { $days } أيام.
    [many] فُتح الملف قبل { $days } يوماً.
   *[other] فُتح الملف قبل { $days } يوم.
}
stand-fact_finding = *نجمع الوقائع* عن { $name }.
stand-review = { $name } *قيد المراجعة*.
stand-decided = وُقّع قرار بشأن { $name }: *{ $outcome }*.
stand-repair = *نُصلح* العلاقة مع { $name }.
stand-kept = { $name } *باقٍ عميلاً لنا*.
stand-preparing_exit = القرار إنهاء التعامل مع { $name }: *{ $outcome }*.
stand-withdrawn = *سُحب* ملف { $name }.
stand-protect = *حماية الناس أولاً*، مهما كان مآل { $name }.
stand-needed = المطلوب الآن:
stand-ready = لم يبقَ شيء قبل مرحلة «{ $stage }».
limit-triage = موعد جواب الأسئلة الأولى { $day }.
limit-fact_finding = موعد اكتمال الوقائع { $day }.
limit-review = موعد خروج المراجعة بقرار { $day }.
limit-preparing_exit = موعد اكتمال التحضير للإنهاء { $day }.
limit-kept = يُعاد النظر فيه { $day }.
limit-repair = يُنظر في الإصلاح { $day }.
limit-given = المهلة { $given ->
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $given } أيام عمل
    [many] { $given } يوم عمل
   *[other] { $given } يوم عمل
} من بدايتها.
limit-past = وقد مضى عليه { $late ->
    [one] يوم
    [two] يومان
    [few] { $late } أيام
    [many] { $late } يوماً
   *[other] { $late } يوم
}.
rail-follows = ما يلي القرار
case-rail = المراحل
case-gates-fact_finding = قبل جمع الوقائع
case-gates-review = قبل المراجعة
case-gates-decided = قبل توقيع القرار
case-gates-repair = قبل بدء الإصلاح
case-gates-kept = قبل أن يستقر القرار
case-gates-preparing_exit = قبل التحضير للإنهاء
case-gates-protect = قبل الحماية
case-enter = الانتقال إلى مرحلة «{ $stage }»
case-more = المزيد في هذا الملف
case-gathered = ما نعرفه حتى الآن
case-cause = سبب الفتح
case-track = مقدار المطلوب
case-track-light = المسار الخفيف
case-track-light-hint = خطوات قليلة لازمة، والباقي معروض.
case-track-full = المسار الكامل
case-track-full-hint = كل الخطوات لازمة.
case-back = الرجوع إلى الملف
case-hold-title = إيقاف العمل
case-hold-asks = هل يتوقف العمل لهذا العميل، ومن يُسأل عنه؟
case-hold-note = يرى كل من يعمل لهذا العميل أن العمل موقوف ومن يُسأل عنه. أما السبب فلا يعرفه إلا هذا الملف.
case-not-now = ليس الآن
case-why = السبب
case-yes = نعم
case-no = لا
case-choose-one = يلزم اختيار.
case-day-missing = يلزم تاريخ.
case-earlier = { $n ->
    [one] قيد واحد أقدم
    [two] قيدان أقدم
    [few] { $n } قيود أقدم
    [many] { $n } قيداً أقدم
   *[other] { $n } قيد أقدم
}
case-hash = بصمة آخر قيد، وهي تربط كل ما قبله:
case-counsel-stop = أوقف المستشار القانوني هذا الملف. لا يخرج شيء حتى يرفع الإيقاف، والأيام تُعدّ.
case-deferred = المراجعة مؤجلة إلى { $day } لأن معلومة تنقص.

gate-state-met = حاضر
gate-state-missing = ناقص
gate-state-offered = معروض
gate-state-skipped = متروك
gate-not-needed = غير لازم لأن…
gate-name-triage = الأسئلة الأولى
gate-name-conflicts = الصلة بالعميل
gate-name-data = اكتمال السجلات
gate-name-contracts = العقود
gate-name-finance_snapshot = الأرقام
gate-name-roster = من يشارك
gate-name-client_view = رأي العميل
gate-name-opinions = الآراء
gate-name-reveal = فتح الآراء
gate-name-complaints = الشكاوى
gate-name-good_things = نقطة إيجابية
gate-name-own_parts = نصيبنا من المشكلة
gate-name-options = المقارنة بين الخيارات
gate-name-scenario = كلفة الإنهاء
gate-name-talk = الحديث مع العميل
gate-name-ground = المبرر
gate-name-proof = الدليل
gate-name-counsel_for_ground = كلمة المستشار القانوني
gate-name-own_part_review = نصيبنا مما رُصد
gate-name-lawful_reason = مشروعية السبب
gate-name-repair_considered = النظر في الإصلاح
gate-name-review_day = موعد إعادة النظر
gate-name-guardrails = حدود التحفظ
gate-name-execution = من وكيف ومتى
gate-name-decision = قرار موقّع
gate-name-second_approval = اعتماد شخص ثانٍ
gate-name-reading = قراءة شخص آخر
gate-name-cooling_off = مهلة تهدئة
gate-name-protection_first = الحماية
gate-name-duty = واجب الإبلاغ
gate-name-counsel_stop = الإيقاف القانوني
gate-name-plan = الخطة
gate-name-meeting = اللقاء
gate-name-client_view_of_plan = رأي العميل في الخطة
gate-name-second_plan = النسخة الثانية من الخطة
gate-name-acknowledgement = الإقرار بالخطة

go-triage = جواب الأسئلة الأولى
go-ties = التصريح بالصلة
go-data = النظر في السجلات
go-contracts = تحديد العقود
go-figures = النظر في الأرقام
go-client-view = تدوين رأي العميل
go-own-part = النظر في نصيبنا
go-review = إلى المراجعة
go-review-scenario = حدِّد المحاكاة
go-decision = إلى القرار
go-minutes = المحضر
go-repair = إلى الإصلاح
go-talk = تسجيل حديث
go-causes = وزن الأسباب المحتملة
go-counsel = كلمة المستشار القانوني
go-hold = إيقاف العمل أو استئنافه
go-legal-stop = الإيقاف القانوني
go-roles = الأدوار
go-deferral = تأجيل المراجعة
go-reopening = إعادة فتح القرار
go-withdrawal = سحب الملف

gathered-data-name = السجلات
gathered-contracts-name = العقود
gathered-no-contract = لا عقد.
gathered-client-view-name = رأي العميل
gathered-causes-name = أسباب محتملة
gathered-own-part-name = نصيبنا
gathered-own-part = نُظر فيه.
gathered-talk-name = الحديث
gathered-talk = بتاريخ { $day }، تولّاه { $who }.
gathered-no-talk = تُرك لأنه غير آمن.
gathered-counsel-name = المستشار القانوني

frozen-title = ما بدأ منه الملف
frozen-note = نتائج الرصد يوم الفتح، وبجانبها اليوم
frozen-none = لم تكن في ذلك اليوم نتيجة رصد؛ طلب أحدهم المراجعة.
frozen-same = باقية اليوم على حالها.
frozen-worse = اليوم: { $level }. اشتدّت.
frozen-eased = اليوم: { $level }. خفّت.
frozen-gone = لم تعد تُرى اليوم.
frozen-unknown = لا نعرف حالها اليوم.
frozen-new = ظهرت بعد الفتح.
frozen-ours = لعل السبب من عملنا.
frozen-quiet = { $n ->
    [one] نتيجة رصد واحدة للمتابعة فقط
    [two] نتيجتا رصد للمتابعة فقط
    [few] { $n } نتائج رصد للمتابعة فقط
    [many] { $n } نتيجة رصد للمتابعة فقط
   *[other] { $n } نتيجة رصد للمتابعة فقط
}
frozen-fresh = { $n ->
    [one] نتيجة رصد واحدة ظهرت بعد ذلك
    [two] نتيجتا رصد ظهرتا بعد ذلك
    [few] { $n } نتائج رصد ظهرت بعد ذلك
    [many] { $n } نتيجة رصد ظهرت بعد ذلك
   *[other] { $n } نتيجة رصد ظهرت بعد ذلك
}
figures-title = الأرقام
figures-note = كما هي في { $day }، لمن يطّلع على المبالغ في هذا الملف
figures-renew = أخذ الأرقام من جديد
figure-lacks = غير معروف؛ ينقص
figure-unknown = غير معروف
figure-of-revenue = إيراد سنة، صافياً
figure-of-share = حصته من إيرادنا
figure-of-receivable = غير مسدد، إجمالاً
figure-of-overdue = متأخر السداد، إجمالاً
figure-of-unbilled = عمل لم تصدر به فاتورة
figure-of-contribution = ما بقي في آخر أرباع السنة
figure-of-hourly_rate = ما عادت به الساعة
figure-of-quality = جودة عملنا

roles-title = الأدوار
roles-lede = قد يجمع شخص أكثر من دور. وما لم يُسنَد إلى أحد يبقى لصاحب المؤسسة.
roles-note = لا يعلم بوجود ملف إلا من له دور فيه.
roles-nobody = لا أحد.
roles-falls-to = باقٍ لدى
roles-end = إنهاء
roles-give = إسناد دور
roles-role = الدور
roles-does = مهامه
roles-given = أُسند إلى
roles-member = الشخص
roles-do = إسناد
role-does-decision_owner = يقرّر ويوقّع ويُسأل عن القرار.
role-does-lead = يسيّر الملف ولا يقرّر.
role-does-facilitator = يدير الجولات ولا ينحاز.
role-does-function = يتعامل مع العميل ويتكلم في المراجعة.
role-does-finance = يرى الأرقام ويأتي بكلفة الإنهاء.
role-does-counsel = يكتب كلمته، ويؤكد القرارات، وله أن يوقف الملف.
role-does-guardian = يحمي الفريق.
role-does-compliance = يقدّر واجب الإبلاغ، وله أن يوقف الملف.
role-does-dpo = يرعى البيانات ومآلها.
role-does-it = يحفظ قائمة الصلاحيات.
role-does-auditor = يقرأ.

opening-title = فتح مراجعة
opening-lede = أنضع مستقبل علاقتنا بـ{ $name } على الطاولة؟
opening-note = تبدأ المراجعة محايدة: الاحتفاظ والإصلاح والإنهاء يُوزن كلها بالأدلة نفسها. ولا يطّلع عليها إلا من يشارك فيها.
opening-begins = تبدأ من نتائج الرصد هذه، محفوظة كما هي اليوم:
opening-no-findings = ليس في السجلات ما يدعو إليها، ولا يمنع ذلك من فتحها.
opening-reason = ما الذي يدعو إلى السؤال؟
opening-reason-hint = جملة أو جملتان. تُختم ولا يقرؤها إلا من يشارك.
opening-reason-missing = يلزم ذكر السبب في جملة.
opening-cause = الداعي
opening-do = فتح المراجعة
opening-open = مراجعة هذا العميل جارية، في مرحلة «{ $stage }»؛ ولا تُفتح مراجعتان معاً.
opening-rests = استقرت مراجعة لهذا العميل في { $day }. تُفتح أخرى ابتداءً من { $until }، أو فوراً إن اشتدت العلامات؛ ولصاحب القرار أن يعيد فتحها.
opening-to-case = إلى الملف
opening-ask-owner = من تعامل مع العميل سيُسأل، ولغيرهم أن يخاطبوا صاحب المؤسسة.
