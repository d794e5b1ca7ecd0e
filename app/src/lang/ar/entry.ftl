# السجلات المُدخلة يدوياً، وتدوين مكالمة.
entry-required = مطلوب
entry-time = الوقت
entry-yes = نعم
entry-no = لا
entry-unknown = غير معروف
entry-nothing = لا شيء
entry-choose = اختيار واحد
entry-currency-unknown = غير معروفة
entry-currencies = كل العملات
entry-more = المزيد
entry-save = حفظ
entry-cancel = رجوع بلا حفظ
entry-sure = تمت المراجعة: الحفظ كما هو
entry-somebody = شخص آخر
entry-correct = تصحيح: { $kind }
entry-faults = { $n ->
    [one] حقل واحد يحتاج إلى نظرة أخرى. لم يُحفظ شيء، ولم يضع شيء مما كُتب.
    [two] حقلان يحتاجان إلى نظرة أخرى. لم يُحفظ شيء، ولم يضع شيء مما كُتب.
    [few] { $n } حقول تحتاج إلى نظرة أخرى. لم يُحفظ شيء، ولم يضع شيء مما كُتب.
    [many] { $n } حقلاً تحتاج إلى نظرة أخرى. لم يُحفظ شيء، ولم يضع شيء مما كُتب.
   *[other] { $n } حقل تحتاج إلى نظرة أخرى. لم يُحفظ شيء، ولم يضع شيء مما كُتب.
}
entry-doubt = سؤال واحد قبل الحفظ.
entry-met = تغيّر هذا السجل أثناء فتحه هنا. لم يضع شيء: نظرة أخرى ثم حفظ.
entry-see-standing = عرض السجل القائم
entry-changed-meanwhile = غيّر { $who } السجل أثناء فتح النموذج. ما لم يُمسّ هنا يعرض القيمة الجديدة، وما غيّره الطرفان بقي كما كُتب هنا.
entry-changed-column = { $column }: كان { $before }، وصار { $now }.
entry-doubt-reversed = { $column } قبل الخطوة التي تسبقه. أهذا صحيح؟
entry-doubt-future = { $day } لم يأتِ بعد، والسجل يقول إن أمراً قد حدث.
entry-doubt-overpaid = بهذه الدفعة يزيد المسدد عن قيمة الفاتورة { $invoice } بمقدار { $over }.
entry-doubt-long_day = بهذا يزيد مجموع ساعات { $person } في { $day } على 24 ساعة. أهذا صحيح؟
entry-doubt-twin = السجل نفسه قائم: { $kind }. أهذا سجل ثانٍ؟

entry-fault-required_missing = من دون هذا لا يقول السجل شيئاً. يلزم ملؤه.
entry-fault-date_invalid = لا يوجد يوم { $value }. يُكتب هكذا: 2026-03-04، والوقت هكذا: 17:00.
entry-fault-date_order_unclear = اليوم والشهر في { $value } يحتملان الترتيبين. تُكتب السنة أولاً: 2026-04-03.
entry-fault-amount_invalid = { $value } ليس مبلغاً بهذه العملة. يُكتب بالأرقام مع نقطة قبل الكسور، وبما لا يزيد على كسور العملة: 1250.50.
entry-fault-currency_unknown = لا توجد عملة باسم { $value }. يلزم الاختيار من القائمة.
entry-fault-currency_conflict = الرمز في { $value } ليس رمز العملة المختارة. يُحذف الرمز أو تُختار عملته.
entry-fault-due_before_issued = الاستحقاق قبل الإصدار. يلزم تصحيح أحد اليومين.
entry-fault-invoice_unknown = لا توجد لدى هذا العميل فاتورة برقم { $value }. تلزم مراجعة الرقم، أو إدخال الفاتورة أولاً.
entry-fault-hours_invalid = اليوم أربع وعشرون ساعة. تُكتب الدقائق هكذا: 90، أو الساعات هكذا: 1:30.
entry-fault-value_unknown = { $value } ليس من الخيارات.
entry-fault-whole_number = { $value } ليس عدداً صحيحاً. يُكتب بالأرقام وحدها.
entry-fault-number = { $value } ليس عدداً. يُكتب بالأرقام مع نقطة قبل الكسور.
entry-fault-negative = هذا عدد لشيء، فلا يكون أقل من صفر.
entry-fault-scale_empty = أعلى تقييم ممكن أكبر من صفر. يُترك فارغاً إن كان خمسة.
entry-fault-outside_scale = { $value } خارج المقياس. يُصحَّح التقييم أو يُذكر أعلى تقييم ممكن.
entry-fault-outside_percent = النسبة بين { 0 } و{ 100 }.
entry-fault-nul_byte = في النص رمز لا يقبله أي نص. تلزم كتابته من جديد.
entry-fault-too_long = النص أطول من أن يُقرأ. يلزم اختصاره.
entry-fault-taken = { $value } مستعمل: لدى هذا العميل سجل بهذا الاسم ({ $kind }). يُصحَّح ذلك السجل أو يُختار اسم آخر.

entry-hint-client = الرقم أو الاسم المختصر لهذا العميل في ملفاتكم. يُترك فارغاً ليُستعمل الاسم.
entry-hint-own-id = رقمه في نظامكم إن وُجد.
entry-hint-amount = شاملاً الضريبة.
entry-hint-invoices-amount = الإشعار الدائن أقل من صفر.
entry-hint-promises-amount = يُترك فارغاً إن كان الوعد بالرصيد المفتوح كله.
entry-hint-requests-amount = ما كان سيكلّفه.
entry-due-from-terms = { $n ->
    [0] يُترك فارغاً ليكون يوم الإصدار، وهذه شروط العميل.
    [one] يُترك فارغاً ليكون بعد الإصدار بيوم، وهذه شروط العميل.
    [two] يُترك فارغاً ليكون بعد الإصدار بيومين، وهذه شروط العميل.
    [few] يُترك فارغاً ليكون بعد الإصدار بـ{ $n } أيام، وهذه شروط العميل.
    [many] يُترك فارغاً ليكون بعد الإصدار بـ{ $n } يوماً، وهذه شروط العميل.
   *[other] يُترك فارغاً ليكون بعد الإصدار بـ{ $n } يوم، وهذه شروط العميل.
}
entry-hint-minutes = 90 أو 1:30 أو 1.5 ساعة.
entry-hint-scale = أعلى تقييم ممكن؛ يُترك فارغاً إن كان خمسة.
entry-hint-pulse-score = كيف هو العمل لهذا العميل، من { 1 } إلى { 5 }؟ لا يُعرف من أجاب، ولا يظهر شيء قبل أربع إجابات.
entry-hint-terms_days = الأيام من الإصدار حتى الاستحقاق.
entry-hint-pass_through = الجزء الذي يمرّ إلى غيركم.
entry-hint-agreed_rate = سعر الساعة.
entry-hint-country = حرفان، مثل SA.
entry-hint-time-cost_rate = كلفة ساعة هذا الشخص علينا.

entry-choose-title = سجل جديد
entry-choose-lede = ماذا حدث؟
entry-choose-kind = من أي نوع هذا السجل؟

entry-withdraw = سحب السجل
entry-withdraw-title = سحب سجل
entry-withdraw-lede = أيُسحب هذا السجل لأنه أُدخل خطأً؟
entry-withdraw-note = لا يُحسب بعدها في أي علامة، ويبقى في الماضي مع السبب، وتمكن إعادته كما كان.
entry-withdraw-file = جاء هذا الصف من ملف. ما دام في الملف فسيعيده الاستيراد التالي، فيلزم تصحيح الملف أيضاً.
entry-withdraw-reason = السبب
entry-withdraw-why = يلزم ذكر السبب ليفهمه من ينظر لاحقاً.
entry-withdraw-used = دفعات أو وعود أو تذكيرات ترجع إلى هذه الفاتورة. تُسحب أولاً، أو تُصحَّح الفاتورة بدلاً من سحبها.
entry-withdraw-client-used = لهذا العميل سجلات أو صيغ أخرى لاسمه. يُدمج في عميل آخر بدلاً من سحبه، فلا يضيع شيء.
entry-withdrawn-title = سجل مسحوب
entry-withdrawn-lede = سُحب هذا السجل.
entry-withdrawn-note = لا يُحسب في أي علامة، وما كان يقوله مذكور بجانبه.
entry-withdrawn-on = متى
entry-withdrawn-by = من
entry-restore = إعادة السجل

note-title = تدوين مكالمة أو محادثة
note-subject = في سطر واحد
note-subject-missing = سطر واحد يقول عمّ كان الحديث. يُكتب ثم يُحفظ.
note-direction = من
note-in = منهم إلينا
note-out = منا إليهم
note-channel = كيف
channel-call = مكالمة
channel-chat = محادثة
channel-meeting = اجتماع
channel-mail = بريد
channel-other = غير ذلك
note-contact = مع من
note-text = نص إضافي
note-save = تدوين
note-back = إلى العميل
note-hint = الوقت هو الآن، والتدوين باسم صاحب الحساب. مفتاح الإدخال يحفظ.
note-noted = دُوّن.
note-see = عرضه

one-clients = عميل
one-contracts = عقد
one-invoices = فاتورة
one-payments = دفعة
one-promises = وعد بالسداد
one-reminders = تذكير
one-time = ساعات عمل
one-costs = كلفة
one-deliverables = مُخرَج
one-feedback = رأي العميل
one-requests = طلب
one-messages = رسالة
one-goals = هدف
one-incidents = واقعة
one-pulse = إجابة نبض الفريق
one-values = قيمة غير مالية

new-clients = عميل جديد
new-contracts = عقد جديد
new-invoices = فاتورة جديدة
new-payments = دفعة جديدة
new-promises = وعد جديد بالسداد
new-reminders = تذكير جديد
new-time = ساعات عمل
new-costs = كلفة جديدة
new-deliverables = مُخرَج جديد
new-feedback = رأي العميل
new-requests = طلب جديد
new-messages = رسالة جديدة
new-goals = هدف جديد
new-incidents = واقعة جديدة
new-pulse = كيف هو العمل لهذا العميل
new-values = قيمة غير مالية
