# ما يلتزم به الطرفان حتى النهاية: السجل، وخطة الإنهاء، والجردان.
duties-title = ما علينا وما عليهم
duties-lede-none = *لا شيء في السجل بعد.* أدناه ما يلزم عادةً في مثل هذا الإنهاء، ولا يدخل شيء منه من نفسه.
duties-lede-done = *جرى الوفاء بكل ما في السجل.*
duties-lede = *{ $open }*، { $late }.
duties-open = { $n ->
    [one] التزام واحد مفتوح
    [two] التزامان مفتوحان
    [few] { $n } التزامات مفتوحة
    [many] { $n } التزاماً مفتوحاً
   *[other] { $n } التزام مفتوح
}
duties-late = { $n ->
    [zero] ولم يتأخر منها شيء
    [one] تأخر منها واحد
    [two] تأخر منها اثنان
    [few] تأخر منها { $n }
    [many] تأخر منها { $n }
   *[other] تأخر منها { $n }
}
duties-ledger = سجل الالتزامات
duties-ledger-note = لا يبقى منها شيء مفتوحاً عند الإقفال
duties-side = على من
duties-owner = المسؤول عنه
duties-settled-on = تاريخ إنهائه
duties-notes = ملاحظات
duties-due = الموعد
duties-add = إضافة التزام
duties-back = إلى مسار الإنهاء
duties-offers = يلزم عادةً وليس في السجل
duties-offers-note = من السجلات والجرد وعرف المهنة
duties-take = إدخال المختار
duties-needs-place = لا يمكن تحديد موعد قبل أن يُذكر مكان المؤسسة في بياناتها، فأيام العمل والعطلات تتبعه.
duties-needs-end = لا يمكن تحديد موعد قبل حساب يوم انتهاء الخدمة أو وضع خطة.
duties-is-late-ours = { $n ->
    [one] تأخرنا يوماً
    [two] تأخرنا يومين
    [few] تأخرنا { $n } أيام
    [many] تأخرنا { $n } يوماً
   *[other] تأخرنا { $n } يوم
}
duties-is-late-theirs = { $n ->
    [one] حلّ موعده منذ يوم
    [two] حلّ موعده منذ يومين
    [few] حلّ موعده منذ { $n } أيام
    [many] حلّ موعده منذ { $n } يوماً
   *[other] حلّ موعده منذ { $n } يوم
}
duties-is-blocked = قبله ما لم يتم
duties-is-open = قيد الانتظار
duties-is-proved = تم في { $day }
duties-is-transferred = تولاه غيرنا في { $day }
duties-is-excepted = استُثني في { $day }
duties-first = قبله:
duties-closes-by = إثباته: { $proof }
duties-settle = تسجيل الوفاء
duties-move = تغيير الموعد
duties-word = جملة للعميل
duties-confirmed = أكّده من جهة العميل { $name } { $day }.
duties-client-reads = يقرأ العميل: { $what }
duties-client-not = ليس في صفحة العميل.
go-part-obligations = ما علينا وما عليهم
go-part-plan = خطة الإنهاء
go-part-access = الصلاحيات التي لدينا
go-part-holdings = أماكن بيانات العميل

side-ours = علينا
side-theirs = عليهم
keeper-relationship = مسؤول الملف
keeper-finance = المالية
keeper-delivery = التنفيذ
keeper-it = أمين الصلاحيات
keeper-legal = المستشار القانوني
keeper-privacy = مسؤول حماية البيانات
keeper-people = مسؤول حماية الفريق
keeper-management = صاحب القرار
suggested-profession = معتاد في المهنة
suggested-deliverable = من المُخرَجات
suggested-invoice = من الفواتير
suggested-prepayment = في السجلات دفعة مقدمة
suggested-retainage = ذُكر مع الحساب
suggested-hours = ساعات قابلة للفوترة لم تُفوتر
suggested-pass_through = مبالغ تُدفع نيابةً عن العميل
suggested-access = من جرد الصلاحيات
suggested-unknown = مطلوب إلى أن يُنظر في الأمر
suggested-held = لدينا بيانات للعميل
suggested-clause = من العقد
suggested-half = ليتم ما علينا
obligation-part-registrar = حساب المسجّل أولاً
obligation-part-registrant = ثم اسم المالك
obligation-ask-accept = { $about ->
    [none] قبول ما سُلّم أو إبداء الملاحظات
   *[other] قبول { $about } أو إبداء الملاحظات
}
obligation-ask-pay = { $about ->
    [none] سداد المستحق
   *[other] سداد { $about }
}
obligation-ask-name_successor = تسمية مقدم الخدمة اللاحق، إن رغبوا في حضوره
obligation-ask-take_over = فتح حساب باسمهم واستلام ما يُنقل إليه
obligation-may-accept = عليهم: قبول مُخرَج
obligation-may-pay = عليهم: سداد فاتورة
obligation-may-name_successor = عليهم: تسمية مقدم الخدمة اللاحق
obligation-may-take_over = عليهم: استلام حساب
obligation-own = بعبارتكم
obligation-lacking = { $name } (ليس في السجل بعد)
obligation-condition-paid = سداد المستحق كله
obligation-condition-no_hold = رفع وقف الإتلاف لغرض نظامي
obligation-condition-passed = انتقال حقوق كل عمل مُدرَج
obligation-condition-handed_over = تسليم كل صلاحية نملكها واختبارها
obligation-condition-read_back = قراءة كل نسخة من بيانات العميل بعد نسخها
obligation-more = { $n ->
    [one] وواحد غيرها
    [two] واثنان غيرها
    [few] و{ $n } غيرها
    [many] و{ $n } غيرها
   *[other] و{ $n } غيرها
}
obligation-wrong-unknown = لا شيء بهذا الرقم في هذا الملف.
obligation-wrong-twice = هذا الالتزام في السجل من قبل.
obligation-wrong-settled = سبق تسجيل الوفاء به، وما سُجّل يبقى كما هو.
obligation-wrong-blocked = ليس بعد، فقبله:
obligation-wrong-no-words = ما يُكتب بعبارتكم يحتاج إلى عبارة.
obligation-wrong-no-part = هذا الالتزام لا يُجزّأ.
obligation-wrong-future = لم يأتِ هذا اليوم بعد.
obligation-wrong-no-hash = بصمة الدليل 64 حرفاً من 0 إلى 9 ومن a إلى f.
obligation-wrong-not-excepted = هذا الالتزام لا يُستثنى ولا يُحال إلى غيرنا.
obligation-wrong-client-acknowledges = للعميل مصلحة فيه: يُقرّ باستثنائه، أو يُدوَّن أنه امتنع.
obligation-wrong-same-day = موعده ذلك اليوم من قبل.
obligation-wrong-access-before = ما نملكه يُسلَّم أولاً، ثم يختبره العميل، ثم تُزال الصلاحية.
obligation-wrong-access-not-owned = الملكية للعميل من قبل، فلا شيء يُسلَّم.
obligation-wrong-step-done = سبق تسجيل هذه الخطوة.
obligation-wrong-step-earlier = هذا اليوم قبل يوم الخطوة السابقة.
obligation-wrong-not-copied = لم يُنسخ من هناك شيء بعد.
obligation-wrong-not-read-back = ثمة نسخة من بيانات العميل لم تُقرأ بعد. النسخ أولاً، ثم القراءة، ثم الإزالة.
obligation-wrong-other-hash = النسخة التي قُرئت تخالف النسخة التي أُخذت. يُعاد النسخ.
obligation-wrong-kept = ما تقرر الاحتفاظ به لا يُزال.
obligation-wrong-no-place = لم يُحصر مكان أُعيدت منه بياناتهم أو أُتلفت فيه. يُحصر أولاً ضمن أماكن بياناتهم.
obligation-wrong-still-there = في مكان محصور بيانات لهم بعد. يُذكر أولاً ما آل إليه كل مكان.
obligation-wrong-unlisted = تُحصر أماكن بياناتهم أولاً، أو يُقال إنه ليس لدينا شيء منها: فما وراء الصلاحية لا يُبلغ بعد إزالتها.
obligation-wrong-held = لا يُزال شيء قبل التحقق من عدم وجود وقف للإتلاف لغرض نظامي.
refused-obligation = لم يتم ذلك.
refused-obligation-next = لم يتغيّر شيء، وما كتبتموه باقٍ هنا.
obligation-what = الالتزام
obligation-words = بعبارتكم
obligation-words-hint = الالتزام نفسه، أو زيادة بيان له. يبقى عندنا، وللعميل جملة تُكتب له.
obligation-about = السجل الذي يخصه
obligation-about-hint = رقم الفاتورة أو المُخرَج، إن كان يخص أحدهما.
obligation-side = على من
obligation-owner = من يتابعه
obligation-owner-hint = وما كان على العميل فمن يطلبه منه.
obligation-due = الموعد
obligation-basis = سنده
obligation-basis-contract = العقد
obligation-basis-law = النظام
obligation-basis-policy = قاعدة لدينا
obligation-basis-promise = وعد
obligation-source = البند أو المادة أو القاعدة أو الوعد
obligation-after-payment = لا تنتقل الحقوق إلا بسداد المستحق كله
obligation-new-due = الموعد الجديد
obligation-why-moved = سبب التغيير
obligation-why-moved-hint = يبقى في سجل ما تأخر، مع الموعد السابق.
settled-way = كيف جرى
settled-proved = تم الوفاء
settled-proved-hint = ولدينا ما يهتدي به إليه من لا يعرفه.
settled-transferred = تولاه غيرنا
settled-transferred-hint = مقدم خدمة لاحق، أو ملف مطالبات.
settled-excepted_client = استُثني بإقرار العميل
settled-excepted_client-hint = كتابةً، ممن يملك ذلك.
settled-excepted_refused = استُثني، وطُلب من العميل الإقرار فامتنع
settled-excepted_refused-hint = يُذكر متى طُلب ومن طلبه.
settled-excepted_owner = استثناه صاحب القرار
settled-excepted_owner-hint = حيث لا شأن للعميل به.
settled-text = الإثبات بعبارة، أو السبب
settled-text-hint = رقم أو رابط أو محضر: ما يهتدي به إليه من لا يعرفه.
settled-file = اسم الملف
settled-sha256 = بصمة الدليل (SHA-256)
settled-sha256-hint = تربط الملف، وهو يبقى حيث تحفظونه.

plan-of-end-title = خطة الإنهاء
plan-of-end-lede = تنتهي الخدمات *{ $end }*، ويمكن إقفال الملف *{ $closing }*.
plan-of-end-none = *لا خطة بعد.*
plan-days = { $n ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يوماً
   *[other] { $n } يوم
}
plan-transition = الفترة الانتقالية
plan-transition-needs = وينبغي أن تكون
plan-profile = المهنة
plan-profile-hint = منها يُعرف ما يلزم عادةً في مثل هذا الإنهاء.
profession-law_firm = المحاماة
profession-accounting = المحاسبة والضرائب
profession-msp = الخدمات التقنية المُدارة
profession-agency = وكالة
profession-consultancy = الاستشارات
profession-freelancer = العمل الحر
profession-saas = البرمجيات كخدمة
transition-contract = بحكم العقد
transition-law = بحكم النظام أو قواعد المهنة
transition-replacement = لصعوبة إيجاد البديل
plan-until = حتى { $day }
plan-critical = على المسار الحرج
plan-step-prepare = قراءة العقد واعتماد الخطاب
plan-step-talk = الحديث ثم الإشعار المكتوب في يومه
plan-step-receipt = يُعدّ الإشعار مستلَماً
plan-step-period = مدة الإشعار
plan-step-questions = الجواب عن الاستفسارات
plan-step-deliver = آخر المُخرَجات
plan-step-knowledge = نقل المعرفة
plan-step-transfer = نقل النطاقات والحسابات
plan-step-data_return = نسخ البيانات وقراءتها وإعادتها
plan-step-removal = إزالة صلاحياتنا
plan-step-payment = الفاتورة الختامية حتى سدادها
plan-step-closing = الأرشيف وإقفال الملف
plan-step-recheck_30 = إعادة التحقق الأولى من الصلاحيات
plan-step-recheck_90 = إعادة التحقق الثانية من الصلاحيات
plan-step-retrospective = مراجعة استخلاص الدروس
plan-stream-legal = القانوني
plan-stream-talking = التواصل
plan-stream-work = العمل والمال
plan-after-closing = بعد الإقفال
plan-no-slack = لا يحتمل تأخراً
plan-slack = { $n ->
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $n } أيام عمل
    [many] { $n } يوم عمل
   *[other] { $n } يوم عمل
}
plan-step = الخطوة
plan-stream = من يعمل فيها
plan-from = من
plan-to = إلى
plan-is-critical = على المسار الحرج
plan-can-slip = ما يحتمله من تأخر
plan-slipped = { $step }: كان المخطط { $planned } وصار { $now }، أي بتأخر { $n ->
    [one] يوم عمل واحد
    [two] يومي عمل
    [few] { $n } أيام عمل
    [many] { $n } يوم عمل
   *[other] { $n } يوم عمل
}
plan-earlier = { $step }: كان المخطط { $planned } وصار { $now }، أي بتقدّم { $n ->
    [one] يوم عمل واحد
    [two] يومي عمل
    [few] { $n } أيام عمل
    [many] { $n } يوم عمل
   *[other] { $n } يوم عمل
}
plan-stated-anew = أُعيد وضع الخطة { $day }:
plan-due-moved = من { $from } إلى { $to }
plan-today = اليوم
plan-effective = انتهاء الخدمات
plan-drawn = مخطط زمني من { $from } إلى { $to }، وخطواته كلها في الجدول أدناه.
plan-road = الطريق إلى الإقفال
plan-road-note = الخط الثقيل هو المسار الحرج: إن تأخر تأخر الإقفال
plan-as-table = الخطوات كلها في جدول
plan-slips = ما تأخر
plan-slips-note = قياساً إلى الخطة كما وُضعت أول مرة
plan-moved = *تغيّرت الأيام بعد وضع الخطة.* تُوضع من جديد، ويُذكر السبب.
plan-state = وضع الخطة
plan-state-anew = وضعها من جديد
plan-calendar = مواعيدي في ملف تقويم
plan-calendar-name = الانفصال عن { $name }
plan-calendar-entry = { $name }: { $what }
plan-notice-on = الحديث والإشعار
plan-received-on = الاستلام
plan-effective-on = آخر يوم للخدمات
plan-payment-days = أيام سداد الفاتورة الختامية
plan-law-days = الأيام التي يوجبها النظام أو المهنة
plan-law-days-hint = تُترك حيث لا يوجب أحدهما شيئاً.
plan-difficulty = صعوبة إيجاد بديل عنا
difficulty-easy = سهل
difficulty-usual = كالمعتاد
difficulty-hard = صعب
plan-why-anew = سبب التغيير
plan-why-anew-hint = يبقى في سجل ما تأخر.

inventory-nothing = ليس لدينا شيء من ذلك
inventory-access-nothing = *ليست لنا صلاحية في أنظمتهم.* نظر أحدنا وقال ذلك.
inventory-access-nothing-note = وما يُعثر عليه بعد ذلك يُضاف هنا.
inventory-holding-nothing = *ليس لدينا شيء من بياناتهم.* نظر أحدنا وقال ذلك.
inventory-holding-nothing-note = وما يُعثر عليه بعد ذلك يُضاف هنا.
inventory-of-access = الصلاحيات في أنظمتهم
inventory-of-data = أماكن بياناتهم
nothing-held-which = ما الذي ليس لدينا منه شيء
nothing-held-text = أين بُحث عنه
nothing-held-text-hint = خزنة كلمات المرور، والبريد، والأقراص، ومن عمل لهم.
inventory-access-title = الصلاحيات التي لدينا
inventory-access-none = *لم يجرد أحد صلاحياتنا بعد.*
inventory-access-done = *لم تبقَ لنا صلاحية.*
inventory-access-open = { $n ->
    [one] بقيت لنا *صلاحية واحدة*.
    [two] بقيت لنا *صلاحيتان*.
    [few] بقيت لنا *{ $n } صلاحيات*.
    [many] بقيت لنا *{ $n } صلاحية*.
   *[other] بقيت لنا *{ $n } صلاحية*.
}
inventory-access-note = ما نملكه يُسلَّم، ثم يختبره العميل، ثم تُزال الصلاحية.
inventory-access-none-note = يُعدّ الجرد قبل خروج الإشعار؛ ومن دونه لا يستطيع أحد أن يقول إن كل شيء أُعيد.
inventory-access-add = إضافة صلاحية
inventory-holding-title = أماكن بيانات العميل
inventory-holding-none = *لم يحصر أحد أماكن بيانات العميل.*
inventory-holding-done = *لم يبقَ هنا من بيانات العميل إلا ما نحتفظ به.*
inventory-holding-open = { $n ->
    [one] بقيت بيانات للعميل في *مكان واحد*.
    [two] بقيت بيانات للعميل في *مكانين*.
    [few] بقيت بيانات للعميل في *{ $n } أماكن*.
    [many] بقيت بيانات للعميل في *{ $n } مكاناً*.
   *[other] بقيت بيانات للعميل في *{ $n } مكان*.
}
inventory-holding-note = يُنسخ كل مكان وتؤخذ بصمة نسخته، وتُقرأ النسخة، ثم يُزال ما فيه.
inventory-holding-none-note = الأقراص والبريد وحسابات الإعلان والأجهزة: ما لا يُحصر لا يُعاد ولا يُتلف.
inventory-holding-add = إضافة مكان
inventory-stands = حالها
inventory-next = التالي
inventory-untouched = لم يُبدأ بها
access-system = النظام
access-system-hint = بما يهتدي به زميل: استضافة المتجر، مسجّل النطاق. ولا تُكتب كلمة سر أبداً.
access-kind = ما تفتحه
access-kind-domain = نطاق إنترنت
access-kind-dns = سجلات النطاق
access-kind-certificates = شهادات
access-kind-hosting = استضافة
access-kind-advertising = حساب إعلاني
access-kind-analytics = تحليلات
access-kind-social = حساب اجتماعي
access-kind-app_store = متجر تطبيقات
access-kind-repository = مستودع شيفرة
access-kind-cloud = حساب سحابي
access-kind-mailing_list = قائمة بريدية
access-kind-mailbox = صندوق بريد مشترك أو قناة
access-kind-vault = خزنة كلمات سر
access-kind-agent = برنامج على أجهزتهم
access-kind-integration = ربط بين نظامين
access-kind-device = مفتاح أو بطاقة أو جهاز
access-kind-other = غير ذلك
access-owned-by-us = نملكه
access-transferred-on = تاريخ التسليم
access-tested-on = تاريخ الاختبار
access-removed-on = تاريخ الإزالة
access-holder = باسم من
access-nobody = بلا اسم معيّن
access-owned = ملكيتها لنا
access-not-owned = ملكيتها لهم
access-is-owned = هل الملكية لنا؟
access-is-owned-hint = أي أننا نديرها أو ندفع عنها أو يصل إلينا بريد استعادتها.
access-step = الخطوة
access-do-transferred = تسجيل التسليم
access-do-transferred-hint = صار المدير والدافع وبريد الاستعادة وهاتفها لهم.
access-do-tested = تسجيل اختبار العميل
access-do-tested-hint = دخلوا مالكين من دوننا.
access-do-removed = تسجيل الإزالة
access-do-removed-hint = لم يعد لنا دخول، وأُلغيت الجلسات والرموز.
access-was-transferred = سُلّمت في { $day }
access-was-tested = اختُبرت في { $day }
access-was-removed = أُزيلت في { $day }
holding-name = المكان
holding-name-hint = بما يهتدي به زميل.
holding-about-people = فيه بيانات أشخاص
holding-copied-on = تاريخ النسخ
holding-read-back-on = تاريخ قراءة النسخة
holding-place = نوعه
holding-place-drive = قرص أو مجلد
holding-place-mail = بريد
holding-place-chat = محادثات
holding-place-advertising = حساب إعلاني
holding-place-analytics = تحليلات
holding-place-database = قاعدة بيانات
holding-place-repository = مستودع
holding-place-website = موقع
holding-place-device = جهاز
holding-place-paper = ورق
holding-place-backup = نسخة احتياطية
holding-place-subprocessor = لدى من يعالج نيابةً عنا
holding-place-other = غير ذلك
holding-fate = مصير ما فيه
holding-fate-returned = يُعاد ثم يُزال من عندنا
holding-fate-deleted = يُتلف
holding-fate-kept = يُحتفظ به لسبب مذكور
holding-personal = فيه بيانات شخصية
holding-is-personal = هل فيه بيانات شخصية؟
holding-step = الخطوة
holding-do-copied = تسجيل النسخ
holding-do-copied-hint = مع بصمة النسخة.
holding-do-read_back = تسجيل القراءة
holding-do-read_back-hint = فُتحت النسخة وأُخذت بصمتها من جديد.
holding-do-removed = تسجيل الإزالة
holding-do-removed-hint = بعد قراءة النسخة، ومن غير وقف للإتلاف لغرض نظامي.
holding-was-copied = نُسخ في { $day }
holding-was-read_back = قُرئت نسخته في { $day }
holding-was-removed = أُزيل ما فيه في { $day }
holding-sha256 = بصمة النسخة (SHA-256)
holding-sha256-hint = للنسخ ولقراءة النسخة؛ ولا تلزم للإزالة.

ask-obligation-title = التزام
ask-obligation = ما الالتزام؟
ask-obligation-note = علينا أو عليهم، من المكتبة أو بعبارتكم.
ask-obligation-do = إدخال في السجل
ask-obligation-settled-title = تسجيل الوفاء
ask-obligation-settled = كيف جرى الوفاء به؟
ask-obligation-settled-note = ما يُسجَّل يبقى كما هو.
ask-obligation-settled-do = تسجيل
ask-obligation-due-title = موعد آخر
ask-obligation-due = متى موعده؟
ask-obligation-due-note = يبقى الموعد السابق في السجل.
ask-obligation-due-do = تغيير الموعد
ask-obligation-sentence-title = جملة للعميل
ask-obligation-sentence = كيف يقرأ العميل هذا الالتزام؟
ask-obligation-sentence-note = تظهر في صفحة العميل، وتُسجَّل باسمكم في سجل الوقائع. أما ما في سجل الالتزامات فيبقى عندنا.
ask-obligation-sentence-do = إضافة إلى الصفحة
obligation-sentence = الجملة
ask-end-plan-title = خطة الإنهاء
ask-end-plan = كيف يسير الإنهاء؟
ask-end-plan-note = تُحفظ الخطة كما تُوضع الآن، وإليها يقاس ما يتغيّر بعدها.
ask-end-plan-do = وضع الخطة
ask-nothing-held-title = لا شيء لدينا
ask-nothing-held = أحقاً ليس لدينا شيء؟
ask-nothing-held-note = القائمة الفارغة لا تقول شيئاً. وما يُقال هنا يبقى باسم قائله.
ask-nothing-held-do = ليس لدينا شيء
ask-access-title = صلاحية
ask-access = أي صلاحية لدينا؟
ask-access-note = واحدة في كل مرة، ولا تُكتب كلمة سر أبداً.
ask-access-do = إضافة
ask-access-step-title = صلاحية
ask-access-step = ما الذي جرى فيها؟
ask-access-step-note = التسليم، ثم الاختبار، ثم الإزالة.
ask-access-step-do = تسجيل
ask-holding-title = مكان بيانات
ask-holding = أين توجد بيانات للعميل؟
ask-holding-note = مكان واحد في كل مرة.
ask-holding-do = إضافة
ask-holding-step-title = مكان بيانات
ask-holding-step = ما الذي جرى فيه؟
ask-holding-step-note = النسخ، ثم قراءة النسخة، ثم الإزالة.
ask-holding-step-do = تسجيل

gate-access_inventory = لم يجرد أحد ما لدينا من صلاحيات
gate-how-access_inventory = تُجرد، أو يُقال إنه ليس منها شيء.
gate-name-access_inventory = جرد الصلاحيات
gate-data_inventory = لم يحصر أحد أماكن بياناتهم
gate-how-data_inventory = تُحصر، أو يُقال إنه ليس لدينا شيء منها.
gate-name-data_inventory = حصر أماكن البيانات
gate-obligations = بقي ما لم يُوفَ به
gate-how-obligations = يُثبَت كل التزام، أو يتولاه غيرنا، أو يُستثنى بإقرار.
gate-name-obligations = الالتزامات والجردان
gate-usual_obligations = ليس في السجل بعض ما يلزم عادةً
gate-how-usual_obligations = يُدخل في السجل، أو يُذكر لماذا لا حاجة إليه.
gate-name-usual_obligations = ما يلزم عادةً
case-skip-usual_obligations = ما يلزم عادةً

event-ObligationAdded = إدخال في السجل برقم { $n }: { $what }. سجّله { $who }.
event-ObligationProved = الوفاء بالالتزام رقم { $n } في { $day }. سجّله { $who }.
event-ObligationTransferred = تولّي غيرنا الالتزام رقم { $n } في { $day }. سجّله { $who }.
event-ObligationExcepted = استثناء الالتزام رقم { $n }: { $acknowledged }. سجّله { $who }.
event-ObligationMoved = تغيير موعد الالتزام رقم { $n } من { $from } إلى { $to }. سجّله { $who }.
event-ObligationWorded = كتب { $who } جملة العميل للالتزام رقم { $n }.
event-NothingHeld = { $inventory ->
    [access] { $who }: نظر وقال إنه ليست لنا صلاحية في أنظمتهم.
   *[data] { $who }: نظر وقال إنه ليس لدينا شيء من بياناتهم.
}
event-AccessInventoried = إضافة صلاحية برقم { $n }: { $kind }. سجّله { $who }.
event-OwnershipTransferred = تسليم الصلاحية رقم { $n } في { $day }. سجّله { $who }.
event-OwnershipTested = اختبار العميل للصلاحية رقم { $n } في { $day }. سجّله { $who }.
event-AccessRevoked = إزالة الصلاحية رقم { $n } في { $day }. سجّله { $who }.
event-HoldingListed = إضافة مكان بيانات برقم { $n }: { $place }. سجّله { $who }.
event-HoldingCopied = نسخ المكان رقم { $n } في { $day }. سجّله { $who }.
event-HoldingReadBack = قراءة نسخة المكان رقم { $n } في { $day }. سجّله { $who }.
event-HoldingRemoved = إزالة ما في المكان رقم { $n } في { $day }. سجّله { $who }.
event-EndPlanned = وضع خطة الإنهاء، وآخر يوم للخدمات { $day }. سجّله { $who }.
acknowledged-client = بإقرار العميل
acknowledged-refused = وطُلب من العميل الإقرار فامتنع
acknowledged-owner = بقرار صاحب القرار
said-words = بعبارتهم
said-source = السند
said-file = الملف

# مواعيد الإنهاء التي لا تُفوَّت.
alerts-title = مواعيد قريبة أو فائتة
alerts-mine = مواعيدك
alerts-late = { $n ->
    [one] فات موعد واحد في إنهاء لك نصيب فيه، أو لم يعد مأموناً.
    [two] فات موعدان في إنهاء لك نصيب فيه، أو لم يعودا مأمونين.
    [few] فاتت { $n } مواعيد في إنهاء لك نصيب فيه، أو لم تعد مأمونة.
   *[other] فات { $n } موعداً في إنهاء لك نصيب فيه، أو لم تعد مأمونة.
}
alert-moved = تغيّر تقويم: يلزم حساب الإشعار من جديد
alert-moved-day = { $what }: { $now }
alert-ahead = { $n ->
    [0] اليوم
    [one] بقي يوم عمل واحد
    [two] بقي يوما عمل
    [few] بقيت { $n } أيام عمل
   *[other] بقي { $n } يوم عمل
}
alert-unsafe = { $n ->
    [0] اليوم آخر يوم نظامي
    [one] بقي يوم عمل واحد بلا احتياط
    [two] بقي يوما عمل بلا احتياط
    [few] بقيت { $n } أيام عمل بلا احتياط
   *[other] بقي { $n } يوم عمل بلا احتياط
}
alert-missed = { $n ->
    [0] فات
    [one] فات منذ يوم عمل واحد
    [two] فات منذ يومي عمل
    [few] فات منذ { $n } أيام عمل
   *[other] فات منذ { $n } يوم عمل
}
deadline-of-contract = { $what } (العقد { $contract })
deadline-told = يُبلَّغ به:
deadline-kind-contractual = بحكم العقد
deadline-kind-legal = بحكم النظام
deadline-kind-promised = وعدٌ منا
deadline-kind-internal = حددناه لأنفسنا
deadline-dispatch = آخر يوم نظامي لإرسال الإشعار
deadline-cure = تنتهي مهلة معالجة الإخلال
deadline-receipt = يُعد الإشعار مستلَماً
deadline-agreed = بحسب الاتفاق: { $point }
deadline-answer = سؤال من العميل ينتظر الجواب
deadline-stage = موعد انقضاء مرحلة «{ $stage }»
