# ما يقرؤه الشخص عن استيراد ملف: المشكلات والملاحظات وما استُنتج وأسماء الأنواع والأعمدة.
# $value جزء من الملف، و$column عنوان عمود فيه.

## المشكلات: ما الخطأ وما الخطوة التالية. الصف الذي فيه مشكلة لا يُخزَّن، وتُخزَّن الصفوف السليمة.

problem-date_invalid = القيمة «{ $value }» في العمود «{ $column }» ليست تاريخاً.
problem-date_invalid-hint = يُكتب التاريخ هكذا: 2026-01-31، والسنة بأربعة أرقام.
problem-date_order_unclear = لا يتبيّن من العمود «{ $column }» أيُكتب اليوم أولاً أم الشهر: { $value }.
problem-date_order_unclear-hint = يلزم تحديد الترتيب: ‎--dates dmy‎ ليوم/شهر/سنة، و‎--dates mdy‎ لشهر/يوم/سنة.
problem-required_missing = العمود «{ $column }» فارغ أو غير موجود، ولا بد منه في كل صف.
problem-required_missing-hint = يُستكمل في الملف ثم يُعاد استيراده.
problem-required_missing-hint-invoices-due_on = يُحدَّد بالخيار ‎--due-days‎ بعد كم يوم تُستحق هذه الفواتير، أو يُستكمل في الملف، أو تُسجَّل شروط السداد في سجل العميل.
problem-amount_invalid = القيمة «{ $value }» في العمود «{ $column }» ليست مبلغاً تحتمله عملته.
problem-amount_invalid-hint = يُكتب المبلغ أرقاماً بفاصلة عشرية واحدة، وبمنازل لا تزيد على منازل العملة: 1250.50.
problem-currency_unknown = القيمة «{ $value }» ليست عملة معروفة.
problem-currency_unknown-hint = تُكتب العملة بثلاثة أحرف من المعيار ISO 4217، مثل SAR أو EGP أو USD.
problem-currency_conflict = الرمز في «{ $value }» ليس رمز عملة الصف.
problem-currency_conflict-hint = يُصحَّح الرمز أو عمود العملة حتى يتفقا.
problem-duplicate_key = «{ $value }» مكرر في الملف بقيم مختلفة، والمحسوب هو الصف الأول.
problem-duplicate_key-hint = يُبقى على الصف الصحيح ويُحذف الآخر.
problem-due_before_issued = تاريخ الاستحقاق أسبق من تاريخ الإصدار: { $value }.
problem-due_before_issued-hint = يُصحَّح أحد التاريخين.
problem-invoice_unknown = لا فاتورة معروفة بهذا الرقم لهذا العميل: { $value }.
problem-invoice_unknown-hint = تُستورد الفواتير أولاً، أو مع هذا الملف.
problem-hours_invalid = القيمة «{ $value }» في العمود «{ $column }» ليست وقت عمل يسعه يوم واحد.
problem-hours_invalid-hint = تُكتب الساعات هكذا: 1.5 أو 1:30، بما لا يزيد على 24 ساعة في اليوم، ويُقسَّم العمل الأطول على أيامه.
problem-quote_unclosed = علامة اقتباس تُفتح هنا ولا تُغلق: { $value }.
problem-quote_unclosed-hint = تُغلق العلامة، أو تُكتب مرتين إن كانت من النص.
problem-columns_mismatch = عدد أعمدة هذا الصف غير عدد العناوين: { $value }.
problem-columns_mismatch-hint = يوضع النص الذي فيه الفاصل بين علامتي اقتباس، أو يُصدَّر الملف من جديد.
problem-encoding_invalid = في هذا الصف محارف ليست من ترميز الملف: { $value }.
problem-encoding_invalid-hint = يُحفظ الملف بترميز UTF-8 ثم يُعاد استيراده.
problem-nul_byte = في العمود «{ $column }» محرف NUL، ولا يجوز في نص.
problem-nul_byte-hint = يُحذف المحرف، أو يُصدَّر الملف من جديد.
problem-formula_without_value = الخلية في العمود «{ $column }» معادلة، وناتجها غير محفوظ في المصنف.
problem-formula_without_value-hint = يُفتح المصنف في برنامج جداول ويُحفظ، ثم يُعاد استيراده.
problem-value_unknown = القيمة «{ $value }» ليست من القيم التي يقبلها العمود «{ $column }».
problem-value_unknown-hint = في الدليل وفي المصنف الفارغ ما يقبله العمود من كلمات وأرقام.
problem-erased_client = مُحي من هنا عميل بهذا الاسم، والصف يعيده برقم آخر.
problem-erased_client-hint = إن كان عميلاً غيره، أو عاد هو إلى التعامل، فيُدخل باليد أولاً بالرقم أو الاسم الذي في الملف ثم يُعاد استيراد الملف. وإلا فيُترك الصف.
problem-file_truncated = ينقطع الملف قبل نهايته، وآخر ما فيه: { $value }.
problem-file_truncated-alone = ينقطع الملف قبل نهايته.
problem-file_truncated-hint = يُصدَّر الملف أو يُنزَّل من جديد. لم يُخزَّن منه شيء.
problem-file_empty = الملف فارغ.
problem-file_empty-hint = يُتحقق من أن الملف المختار هو المقصود.
problem-headers_only = في الملف عناوين ولا صفوف: { $value }.
problem-headers_only-hint = يُصدَّر من جديد وفيه صفوف.
problem-not_a_table = الملف ليس جدولاً يمكن قراءته، وأوله: { $value }.
problem-not_a_table-hint = يُصدَّر بصيغة CSV أو مصنفاً (‎.xlsx‎).
problem-kind_unknown = لا نوع من السجلات له هذه الأعمدة: { $value }.
problem-kind_unknown-hint = يُحدَّد ما يدل عليه كل عمود، أو يُسمّى النوع بالخيار ‎--as‎، أو يُستعمل مصنف فارغ. ولا تُستورد قوائم المنتجات والموردين والمشاريع والمستخدمين.
problem-kind_unclear = قد تكون الصفوف من أكثر من نوع: { $value }.
problem-kind_unclear-hint = يُسمّى النوع بالخيار ‎--as‎.
problem-line_too_long = في الملف سطر أطول من مليون محرف، وأوله: { $value }.
problem-line_too_long-hint = الملف تالف أو ليس جدولاً، فيُصدَّر من جديد.
problem-too_large = الملف، أو ما ينفك منه، أكبر من { $value } ميغابايت.
problem-too_large-hint = يُقسَّم، أو يُصدَّر بصيغة CSV.
problem-profile_unfit = ليست في الملف عناوين القالب المختار. عناوينه: { $value }.
problem-profile_unfit-hint = يُترك القالب أو يُختار غيره.
problem-unreadable = تعذر فتح الملف: { $value ->
    [missing] لا ملف بهذا الاسم
    [denied] لا إذن لهذا المستخدم بقراءته
    [folder] هو مجلد لا ملف
   *[other] { $value }
}.
problem-unreadable-hint = يُتحقق من اسمه ومن صلاحية قراءته.

## الملاحظات: قُبلت، وتستحق نظرة.

note-overpaid = سُدد للفاتورة { $value } أكثر من قيمتها. الدفعة محسوبة.
note-future_date = { $value } تاريخ لم يأتِ بعد. الصف محسوب.
note-long_day = { $value }: مجموع صفوف هذا الشخص في هذا اليوم يزيد على 24 ساعة. وهي محسوبة كما كُتبت.
note-totals_row_skipped = تُرك صف إجماليات: { $value }.
note-client_created = عميل لم يكن معروفاً من قبل: { $value }.
note-currency_unstated = لا شيء يبيّن عملة هذه المبالغ، فتبقى غير معروفة ولا تدخل في مجموع بين العملاء. تُسمّى العملة بالخيار ‎--currency‎ أو في سجل العميل.
note-tax_unstated = لا يبيّن الملف أتشمل المبالغ الضريبة أم لا، فعُدّت المبلغ الكامل المطلوب سداده، وتُحسب كاملة في الأرقام الصافية من الضريبة.
note-tax_included = المبالغ تشمل الضريبة كما ذُكر لهذه القائمة أو لقائمة مثلها، وتُستبعد منها في الأرقام الصافية. النسبة المئوية: { $value }.
note-tax_added = المبالغ قبل الضريبة بحسب عمودها أو كما ذُكر لهذه القائمة أو لقائمة مثلها، فأُضيفت إليها. { $value ->
    [none] {""}
   *[other] النسبة المئوية: { $value }.
}
note-tax_none = لا ضريبة في هذه المبالغ كما ذُكر لهذه القائمة أو لقائمة مثلها.
note-terms_said = الفواتير التي لا تبيّن موعد استحقاقها حُدّد لها كما ذُكر لهذه القائمة أو لقائمة مثلها. عدد الأيام بعد الإصدار: { $value }.
note-paid_undated = تذكر القائمة فواتير مدفوعة ولا تذكر متى دُفعت. ينبغي استيراد الدفعات أيضاً: فمتى عُرفت دفعة لأي عميل عُدّت الفاتورة التي لا دفعة لها غير مدفوعة.
note-client_matched = عُدّت كتابة أخرى لعميل معروف: { $value }.
note-row_skipped = تُرك صف ليس سجلاً: { $value }.
note-invoice_withdrawn = الفاتورة { $value } ملغاة في الملف أو عادت مسودة، فلم تعد مطلوبة السداد. وما كان مطلوباً بها محفوظ في تغييراتها.
note-currency_said = المبالغ التي لا يبيّن شيء آخر عملتها قُرئت بعملة { $value } كما ذُكر لهذه القائمة أو لقائمة مثلها.
note-currency_assumed = رمز تشترك فيه عملات قُرئ على أنه { $value }.
note-corrected = قُرئت خلية كما صُحِّحت: { $value }.
note-correction_kept = يكرر الملف ما ورد عن { $value } قبل تصحيحه يدوياً، فبقي التصحيح.
note-correction_replaced = أُدخل { $value } أو صُحِّح يدوياً، وفي الملف جديد عنه، وهو المعتمد. وما كان قبله محفوظ في تغييراته.
note-erased_row = الصف مما مُحي هنا، فتُرك.
note-erased_person = في الصف اسم شخص مُحي من هنا، فتُرك اسمه وما قيل في الصف.
note-notes_left_out = لم تُسرد ملاحظات أخرى من هذا الصنف: { $value }.

## ما استُنتج.

inferred-delimiter = الفاصل بين الأعمدة «{ $value }».
inferred-encoding = ترميز النص { $value }.
inferred-sheet = أُخذت الورقة «{ $value }».
inferred-header_line = العناوين في السطر { $value }.
inferred-profile = هذا ملف مصدَّر من { $value }.
inferred-profile_untested = قالب { $value } مبني على وثائقه ولم يُجرَّب على ملف منه. يُستحسن النظر في الصفوف الأولى.
inferred-kind = الصفوف هي: { inferred-kind-word }.
inferred-kind_by_values = قيم الصفوف تبيّن ما هي: { inferred-kind-word }.
inferred-kind_by_title = عنوان أو اسم ورقة أو اسم الملف يبيّن ما هي الصفوف: { inferred-kind-word }.
inferred-kind-word = { $value ->
    [clients] عملاء
    [contracts] عقود
    [invoices] فواتير
    [payments] دفعات
    [promises] وعود بالسداد
    [reminders] تذكيرات
    [time] ساعات عمل
    [costs] تكاليف
    [deliverables] مُخرجات
    [feedback] آراء عملاء
    [requests] طلبات
    [messages] رسائل
    [goals] أهداف
    [incidents] وقائع
    [pulse] إجابات عن نبض الفريق
    [values] قيم غير مالية
   *[other] { $value }
}
inferred-dates_day_first = التواريخ مكتوبة يوم/شهر/سنة، كما يبيّن { $value }.
inferred-dates_month_first = التواريخ مكتوبة شهر/يوم/سنة، كما يبيّن { $value }.
inferred-dates_by_other_column = عمود آخر يبيّن ترتيب تواريخ هذا العمود: { $value ->
    [mdy] شهر/يوم/سنة
   *[dmy] يوم/شهر/سنة
}.
inferred-decimal_point = النقطة هي الفاصلة العشرية، وعليها قُرئت القيمة { $value }.
inferred-decimal_comma = الفاصلة «,» هي العلامة العشرية، كما في { $value }.
inferred-decimal_assumed = لا قيمة تبيّن أي العلامتين عشرية، فقُرئت { $value } على أن النقطة هي العشرية.
inferred-decimal_mixed = في بعض القيم نقطة عشرية وفي بعضها فاصلة عشرية كما في { $value }، والقيمة التي تُقرأ بالوجهين مشكلة.
inferred-unit = العدد المجرد يعني: { $value ->
    [minute] دقائق
    [second] ثوانٍ
   *[hour] ساعات
}.
inferred-currency_of_header = عنوان العمود يسمّي العملة { $value }.
inferred-lines_summed = الصفوف التي لها رقم فاتورة واحد بنودٌ لها، وجُمعت مبالغها.
inferred-lines_first = الصفوف التي لها رقم فاتورة واحد بنودٌ لها، وفي كل منها إجمالي الفاتورة فيُحسب مرة واحدة.
inferred-rows_by_rule = بعض الصفوف فقط سجلات، والقالب يعرف أيها.
inferred-scale = التقييمات من أصل { $value }.
inferred-due_from_terms = ليست في الملف تواريخ استحقاق، فتُحسب من شروط السداد المسجلة للعملاء.
inferred-payments_too = في الملف تواريخ سداد، فيعطي كل منها دفعة أيضاً.

## أنواع السجلات.

kind-clients = العملاء
kind-contracts = العقود
kind-invoices = الفواتير
kind-payments = الدفعات
kind-promises = الوعود بالسداد
kind-reminders = التذكيرات
kind-time = ساعات العمل
kind-costs = التكاليف
kind-deliverables = المُخرجات
kind-feedback = آراء العملاء
kind-requests = الطلبات
kind-messages = الرسائل
kind-goals = الأهداف
kind-incidents = الوقائع
kind-pulse = نبض الفريق
kind-values = قيم غير مالية

# عدد سجلات النوع.
kind-clients-count = { $n ->
    [zero] لا عملاء
    [one] عميل واحد
    [two] عميلان
    [few] { $n } عملاء
    [many] { $n } عميلاً
   *[other] { $n } عميل
}
kind-contracts-count = { $n ->
    [zero] لا عقود
    [one] عقد واحد
    [two] عقدان
    [few] { $n } عقود
    [many] { $n } عقداً
   *[other] { $n } عقد
}
kind-invoices-count = { $n ->
    [zero] لا فواتير
    [one] فاتورة واحدة
    [two] فاتورتان
    [few] { $n } فواتير
    [many] { $n } فاتورةً
   *[other] { $n } فاتورة
}
kind-payments-count = { $n ->
    [zero] لا دفعات
    [one] دفعة واحدة
    [two] دفعتان
    [few] { $n } دفعات
    [many] { $n } دفعةً
   *[other] { $n } دفعة
}
kind-promises-count = { $n ->
    [zero] لا وعود بالسداد
    [one] وعد واحد بالسداد
    [two] وعدان بالسداد
    [few] { $n } وعود بالسداد
    [many] { $n } وعداً بالسداد
   *[other] { $n } وعد بالسداد
}
kind-reminders-count = { $n ->
    [zero] لا تذكيرات
    [one] تذكير واحد
    [two] تذكيران
    [few] { $n } تذكيرات
    [many] { $n } تذكيراً
   *[other] { $n } تذكير
}
kind-time-count = { $n ->
    [zero] لا سجلات وقت
    [one] سجل وقت واحد
    [two] سجلّا وقت
    [few] { $n } سجلات وقت
    [many] { $n } سجل وقت
   *[other] { $n } سجل وقت
}
kind-costs-count = { $n ->
    [zero] لا تكاليف
    [one] تكلفة واحدة
    [two] تكلفتان
    [few] { $n } تكاليف
    [many] { $n } تكلفةً
   *[other] { $n } تكلفة
}
kind-deliverables-count = { $n ->
    [zero] لا مُخرجات
    [one] مُخرَج واحد
    [two] مُخرَجان
    [few] { $n } مُخرجات
    [many] { $n } مُخرَجاً
   *[other] { $n } مُخرَج
}
kind-feedback-count = { $n ->
    [zero] لا آراء
    [one] رأي واحد
    [two] رأيان
    [few] { $n } آراء
    [many] { $n } رأياً
   *[other] { $n } رأي
}
kind-requests-count = { $n ->
    [zero] لا طلبات
    [one] طلب واحد
    [two] طلبان
    [few] { $n } طلبات
    [many] { $n } طلباً
   *[other] { $n } طلب
}
kind-messages-count = { $n ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $n } رسائل
    [many] { $n } رسالةً
   *[other] { $n } رسالة
}
kind-goals-count = { $n ->
    [zero] لا أهداف
    [one] هدف واحد
    [two] هدفان
    [few] { $n } أهداف
    [many] { $n } هدفاً
   *[other] { $n } هدف
}
kind-incidents-count = { $n ->
    [zero] لا وقائع
    [one] واقعة واحدة
    [two] واقعتان
    [few] { $n } وقائع
    [many] { $n } واقعةً
   *[other] { $n } واقعة
}
kind-pulse-count = { $n ->
    [zero] لا إجابات عن نبض الفريق
    [one] إجابة واحدة عن نبض الفريق
    [two] إجابتان عن نبض الفريق
    [few] { $n } إجابات عن نبض الفريق
    [many] { $n } إجابةً عن نبض الفريق
   *[other] { $n } إجابة عن نبض الفريق
}
kind-values-count = { $n ->
    [zero] لا قيم غير مالية
    [one] قيمة غير مالية واحدة
    [two] قيمتان غير ماليتين
    [few] { $n } قيم غير مالية
    [many] { $n } قيمةً غير مالية
   *[other] { $n } قيمة غير مالية
}

## الأعمدة: ما يُختار منه، وما تقوله ملفاتنا الفارغة عن كل عمود.

column-none = (لا يُستورد)
column-client = العميل
column-record = رقم السجل في ختام
column-client_name = اسم العميل
column-name = الاسم
column-currency = العملة
column-country = الدولة
column-terms_days = أيام السداد
column-agreed_rate = سعر الساعة المتفق عليه
column-agreed_hours_per_month = الساعات الشهرية المتفق عليها
column-started_on = تاريخ بدء العلاقة
column-lead = مسؤول العلاقة
column-sector = القطاع
column-contract = رقم العقد
column-signed_on = تاريخ التوقيع
column-starts_on = تاريخ بدء العقد
column-ends_on = تاريخ انتهاء العقد
column-notice_length = مدة الإشعار
column-notice_unit = وحدة مدة الإشعار
column-auto_renews = تجديد تلقائي
column-early_fee = غرامة الإنهاء المبكر
column-file = ملف العقد
column-invoice = رقم الفاتورة
column-issued_on = تاريخ الإصدار
column-due_on = تاريخ الاستحقاق
column-amount = المبلغ
column-tax = الضريبة
column-kind = النوع
column-pass_through = مبالغ ممررة للغير
column-disputed = متنازع عليها
column-disputed_on = تاريخ النزاع
column-dispute_cause = سبب النزاع
column-dispute_upheld = ثبتت صحة النزاع
column-note = ملاحظة
column-net = المبلغ قبل الضريبة
column-terms = شروط سداد الفاتورة
column-status = الحالة
column-line_amount = إجمالي البند
column-line_net = صافي البند
column-item = البند
column-balance = الرصيد المتبقي
column-paid_on = تاريخ السداد
column-method = طريقة السداد
column-made_on = تاريخ الوعد
column-promised_on = موعد السداد الموعود
column-sent_on = تاريخ إرسال التذكير
column-answered_on = تاريخ الرد على التذكير
column-level = درجة التذكير
column-on_day = التاريخ
column-minutes = الدقائق
column-hours = الساعات
column-duration = المدة
column-start_time = وقت البدء
column-end_on = تاريخ الانتهاء
column-end_time = وقت الانتهاء
column-entry = رقم السجل
column-person = الموظف
column-person_first = الاسم الأول للموظف
column-person_last = اسم عائلة الموظف
column-department = القسم
column-billable = قابلة للفوترة
column-in_scope = ضمن النطاق
column-cost_rate = كلفة الساعة
column-task = المهمة
column-deliverable = المُخرَج
column-delivered_on = تاريخ التسليم
column-late_cause = سبب التأخير
column-accepted_on = تاريخ القبول
column-revisions = جولات التعديل
column-revisions_ours = جولات التعديل بسببنا
column-revisions_agreed = جولات التعديل المتفق عليها
column-defects = العيوب
column-reopened_on = تاريخ إعادة الفتح
column-reopened = أُعيد فتحه
column-criteria_changed = تغيرت المعايير
column-acknowledged_on = تاريخ الإقرار
column-acknowledged = أُقر به
column-score = التقييم
column-scale = سلّم التقييم
column-valid = شكوى صحيحة
column-text = النص
column-request = رقم الطلب
column-accepted = قُبل الطلب
column-paid = مدفوع الأجر
column-percent = النسبة المئوية
column-message = رقم الرسالة
column-at = التاريخ والوقت
column-at_time = الوقت
column-direction = الاتجاه
column-reply_to = رد على الرسالة
column-contact = جهة الاتصال
column-channel = القناة
column-subject = الموضوع
column-goal = الهدف
column-period_end = نهاية الفترة
column-target = المستهدف
column-actual = المتحقق
column-weight = الوزن
column-cause = السبب
column-advised = نُبّه عليه كتابةً
column-upheld = ثبتت صحتها
column-side = الجهة
column-invoices-amount = المبلغ (شامل الضريبة)
column-invoices-kind = نوع المستند
column-payments-amount = المبلغ المسدد
column-promises-amount = المبلغ الموعود
column-costs-kind = نوع التكلفة
column-requests-kind = نوع الطلب
column-incidents-kind = نوع الواقعة
column-values-kind = نوع القيمة
column-goals-direction = اتجاه التحسن
column-deliverables-started_on = تاريخ بدء العمل
column-pulse-score = التقييم (من 1 إلى 5)
column-requests-text = نص الطلب
column-incidents-text = نص الواقعة

# جملة عن كل عمود، ملاحظةً في المصنفات الفارغة.
column-client-note = ما تسمّي به ملفاتكم العميل: رقم أو رمز أو اسم.
column-record-note = ما يُعرف به السجل في ختام، ولا تحمله إلا الملفات الصادرة عنه.
column-client_name-note = الاسم الذي بجانب رقم العميل، ويُستعمل إن لم يكن الرقم معروفاً بعد.
column-name-note = اسم العميل كما يقرؤه الناس.
column-currency-note = ثلاثة أحرف من المعيار ISO 4217: ‏SAR، ‏AED، ‏EGP، ‏USD. فإن تُركت فعملة العميل ثم عملة المؤسسة.
column-country-note = حرفان من المعيار ISO 3166: ‏SA، ‏AE، ‏EG. وبها تُعرف عطلة العميل الأسبوعية وأعياده.
column-terms_days-note = الأيام من الإصدار إلى الاستحقاق إن لم يكن للفاتورة تاريخ استحقاق.
column-agreed_rate-note = سعر الساعة الذي اتُّفق عليه.
column-agreed_hours_per_month-note = الساعات التي يغطيها الأجر في الشهر.
column-started_on-note = اليوم الذي بدأ فيه العمل للعميل.
column-lead-note = عضو الفريق الذي يقود العلاقة.
column-sector-note = مجال عمل العميل.
column-contract-note = رقم العقد عندكم.
column-signed_on-note = يوم آخر توقيع.
column-starts_on-note = أول أيام العقد.
column-ends_on-note = آخر أيام العقد، ويُترك فارغاً إن لم يكن له آخر.
column-notice_length-note = طول المدة بوحدة العمود التالي.
column-notice_unit-note = يوم، يوم عمل، أسبوع، شهر، سنة، شهر هجري.
column-auto_renews-note = نعم أو لا.
column-early_fee-note = كلفة الإنهاء قبل اليوم الأخير.
column-file-note = اسم ملف العقد.
column-invoice-note = رقم الفاتورة نفسها.
column-issued_on-note = يوم صدور الفاتورة.
column-due_on-note = آخر يوم للسداد أو للتسليم.
column-amount-note = أرقام بفاصلة عشرية واحدة، والإشعار الدائن بالسالب.
column-tax-note = الضريبة التي يشملها المبلغ.
column-kind-note = كلمة من الكلمات المذكورة.
column-pass_through-note = ما يُمرَّر من المبلغ إلى الغير.
column-disputed-note = نعم إن كان العميل يعترض على الفاتورة.
column-disputed_on-note = اليوم الذي بدأ فيه الاعتراض.
column-dispute_cause-note = السعر، الجودة، النطاق، خطأ في الفاتورة، أمر الشراء أو البوابة، أخرى.
column-dispute_upheld-note = نعم إن تبيّن أن العميل على حق.
column-note-note = ما يستحق أن يُحفظ.
column-net-note = يُضاف إلى الضريبة إن لم يُذكر المبلغ الكامل.
column-terms-note = الأيام من الإصدار إلى الاستحقاق: 30، أو عند الاستلام.
column-status-note = المسودات والفواتير الملغاة تُترك.
column-line_amount-note = حين تكون للفاتورة عدة صفوف: تُجمع البنود.
column-line_net-note = حين تكون للفاتورة عدة صفوف: تُجمع البنود.
column-item-note = علامة على أن الصفوف بنود فواتير، ولا يُخزَّن.
column-balance-note = ما لم يُسدَّد، وما عداه سُدد في تاريخ السداد.
column-paid_on-note = اليوم الذي وصل فيه المال.
column-method-note = علامة على أن الصفوف دفعات، ولا تُخزَّن.
column-made_on-note = اليوم الذي قُدّم فيه الوعد.
column-promised_on-note = اليوم الذي وُعد بالسداد فيه.
column-sent_on-note = اليوم الذي أُرسل فيه التذكير.
column-answered_on-note = اليوم الذي رد فيه العميل.
column-level-note = 1 للتذكير الأول و2 للثاني.
column-on_day-note = اليوم الذي حدث فيه.
column-minutes-note = دقائق العمل، بما لا يزيد على 1440.
column-hours-note = 1.5 أو 1:30، بما لا يزيد على 24.
column-duration-note = ساعات أو دقائق أو ثوانٍ، والقيم تبيّن أيها.
column-start_time-note = الساعة التي بدأ فيها العمل.
column-end_on-note = اليوم الذي انتهى فيه العمل.
column-end_time-note = الساعة التي انتهى فيها العمل.
column-entry-note = رقم سجل الوقت عندكم.
column-person-note = من كان من فريقنا.
column-person_first-note = يُضم إلى اسم العائلة.
column-person_last-note = يُضم إلى الاسم الأول.
column-department-note = المبيعات أو المنتج أو خدمة العملاء أو المالية، بكلماتكم.
column-billable-note = نعم أو لا.
column-in_scope-note = نعم، لا، تغيير مدفوع.
column-cost_rate-note = ما تكلّفه ساعة هذا الموظف.
column-task-note = ما عُمل عليه.
column-deliverable-note = اسم العمل أو رقمه.
column-delivered_on-note = اليوم الذي سُلّم فيه.
column-late_cause-note = نحن، العميل، أخرى.
column-accepted_on-note = اليوم الذي قبله فيه العميل.
column-revisions-note = عدد الجولات.
column-revisions_ours-note = ما كان منها بسبب أخطائنا.
column-revisions_agreed-note = ما يشمله العقد منها.
column-defects-note = عدد العيوب التي ظهرت بعد التسليم.
column-reopened_on-note = اليوم الذي أُعيد فيه فتح عمل مقبول.
column-reopened-note = نعم إن أُعيد ولم يُعرف اليوم.
column-criteria_changed-note = نعم إن غيّر العميل المعايير بعد الموافقة.
column-acknowledged_on-note = اليوم الذي أقر فيه العميل بالعمل.
column-acknowledged-note = نعم إن أقر العميل ولم يُعرف اليوم.
column-score-note = العدد المعطى، وسلّم التقييم يبيّن من كم.
column-scale-note = أعلى تقييم ممكن، و5 إن لم يُذكر.
column-valid-note = نعم إن كانت الشكوى مبررة.
column-text-note = يُحفظ فقط إن طلب المالك ذلك في الإعدادات.
column-request-note = رقم الطلب عندكم.
column-accepted-note = نعم إن وافقتم عليه.
column-paid-note = نعم إن كان العميل يدفع مقابله.
column-percent-note = الخصم المطلوب.
column-message-note = رقم الرسالة أو معرفها.
column-at-note = 2026-01-31 أو 2026-01-31T16:45.
column-at_time-note = الساعة إن كان اليوم في عمود آخر.
column-direction-note = وارد (من العميل) أو صادر (إلى العميل).
column-reply_to-note = رقم الرسالة التي هذه رد عليها.
column-contact-note = من كان من جهة العميل.
column-channel-note = بريد أو هاتف أو محادثة أو لقاء، بكلماتكم.
column-subject-note = موضوع الرسالة.
column-goal-note = اسم الهدف.
column-period_end-note = آخر أيام الفترة التي لها المستهدف.
column-target-note = العدد الذي كان ينبغي بلوغه.
column-actual-note = العدد الذي تحقق.
column-weight-note = ما يزنه هذا الهدف بين غيره.
column-cause-note = سبب حدوثه.
column-advised-note = نعم إن قلنا كتابةً إن المستهدف بعيد المنال.
column-upheld-note = نعم إن تبيّن أن الشكوى صحيحة.
column-side-note = جهتنا، جهتهم، طرف ثالث.
column-invoices-amount-note = المبلغ الكامل المطلوب سداده مع الضريبة، والإشعار الدائن بالسالب.
column-invoices-kind-note = فاتورة، إشعار دائن، دفعة مقدمة.
column-payments-amount-note = ما وصل، وما رُدَّ بالسالب.
column-promises-amount-note = إن تُرك فارغاً فكل الرصيد المتبقي.
column-costs-kind-note = مصروف، ملتزم به.
column-requests-kind-note = تغيير، عرض سعر، خصم، مطابقة سعر، خارج النطاق، خارج القدرات، موافقة، استفسار عن الحالة.
column-incidents-kind-note = نزاع، تصعيد، شك، تجاوز حدود.
column-values-kind-note = شهادة، إحالة، مهارة، معرض أعمال.
column-goals-direction-note = أعلى إن كان الأكثر أفضل، وأدنى إن كان الأقل أفضل.
column-deliverables-started_on-note = اليوم الذي بدأ فيه العمل عليه.
column-pulse-score-note = إجابة واحدة بلا اسم من عضو واحد، من 1 إلى 5.
column-requests-text-note = ما طُلب، باختصار.
column-incidents-text-note = ما حدث، باختصار ومن غير حكم.
column-required-note = لا بد منه في كل صف.
workbook-sheet-note = تُملأ الصفوف تحت العناوين. صف المثال يُتجاوز عند الاستيراد.
