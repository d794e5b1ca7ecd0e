# السجلات: قوائمها وآحادها.
records-lede = { $n ->
    [0] لا سجلات هنا لـ{ $name }.
    [one] *سجل واحد* لـ{ $name } محفوظ هنا بملفه وسطره.
    [two] *سجلان* لـ{ $name } محفوظان هنا، كلٌّ بملفه وسطره.
    [few] *{ $n } سجلات* لـ{ $name } محفوظة هنا، كلٌّ بملفه وسطره.
    [many] *{ $n } سجلاً* لـ{ $name } محفوظ هنا، كلٌّ بملفه وسطره.
   *[other] *{ $n } سجل* لـ{ $name } محفوظ هنا، كلٌّ بملفه وسطره.
}
records-own-hours = { $n ->
    [0] لا ساعات لكم عند { $name }. تُعرض لكل عضو ساعاته وحده.
    [one] *سجل واحد* من ساعاتكم عند { $name }. تُعرض لكل عضو ساعاته وحده.
    [two] *سجلان* من ساعاتكم عند { $name }. تُعرض لكل عضو ساعاته وحده.
    [few] *{ $n } سجلات* من ساعاتكم عند { $name }. تُعرض لكل عضو ساعاته وحده.
    [many] *{ $n } سجلاً* من ساعاتكم عند { $name }. تُعرض لكل عضو ساعاته وحده.
   *[other] *{ $n } سجل* من ساعاتكم عند { $name }. تُعرض لكل عضو ساعاته وحده.
}
records-nothing = لا شيء هنا بعد.
pulse-hidden = { $n ->
    [0] لم يصل جواب بعد. ولا يُعرض شيء قبل { $least } أجوبة، كي لا يُعرف أحد.
    [one] وصل جواب واحد. ولا يُعرض شيء قبل { $least } أجوبة، كي لا يُعرف أحد.
    [two] وصل جوابان. ولا يُعرض شيء قبل { $least } أجوبة، كي لا يُعرف أحد.
   *[other] وصلت { $n } أجوبة. ولا يُعرض شيء قبل { $least } أجوبة، كي لا يُعرف أحد.
}
record-enter = إدخال سجل يدوياً
record-edit = تصحيح السجل
record-put-back = السبب، وإعادة السجل
record-source = المصدر
source-line = السطر { $line }
source-hand = إدخال يدوي
record-from-file = ورد هذا في *السطر { $line }* من { $file }.
record-corrected-by = في الملف { $original } في العمود «{ $column }»، وصُحِّح إلى { $corrected } ({ $by }، { $day }).
record-corrected = في الملف { $original } في العمود «{ $column }»، وصُحِّح إلى { $corrected } في { $day }.
record-by-hand = *أُدخل هذا يدوياً*.
record-gone = *سُحب هذا السجل* ولم يعد يُحسب، ويبقى ماضيه.
record-says = ما يقوله
record-resting = ما يقوم عليه
record-past = ماضيه
record-past-nothing = لم يتغيّر قط.
past-entered = أُدخل يدوياً
past-withdrawn = سُحب
past-by-file = تغيّر بملف { $file }
past-by-hand = تغيّر يدوياً
past-began = ورد في السطر { $line } من { $file }
past-caption = ما الذي تغيّر
past-field = الحقل
past-before = قبل
past-after = بعد
field-empty = لا شيء
fact-file = الملف
fact-line = السطر
fact-imported = الاستيراد
fact-digest = SHA-256

record-clients = سجل العميل
record-contracts = عقد
record-invoices = فاتورة
record-payments = دفعة
record-promises = وعد بالسداد
record-reminders = تذكير
record-time = ساعات
record-costs = كلفة
record-deliverables = مُخرَج
record-feedback = رأي العميل
record-requests = طلب
record-messages = رسالة
record-goals = هدف
record-incidents = واقعة
record-pulse = إجابة نبض الفريق
record-values = قيمة غير مالية

value-notice_unit-day = أيام
value-notice_unit-business_day = أيام عمل
value-notice_unit-week = أسابيع
value-notice_unit-month = أشهر
value-notice_unit-year = سنوات
value-notice_unit-hijri_month = أشهر هجرية
value-invoices-kind-invoice = فاتورة
value-invoices-kind-credit_note = إشعار دائن
value-invoices-kind-deposit = دفعة مقدمة
value-dispute_cause-price = السعر
value-dispute_cause-quality = الجودة
value-dispute_cause-scope = النطاق
value-dispute_cause-billing_error = خطأ في فوترتنا
value-dispute_cause-po_or_portal = أمر شراء أو بوابة
value-dispute_cause-other = غير ذلك
value-in_scope-yes = ضمن النطاق
value-in_scope-no = خارج النطاق
value-in_scope-paid_change = تغيير مدفوع
value-costs-kind-spent = مُنفَق
value-costs-kind-committed = مُلتزَم به
value-late_cause-us = نحن
value-late_cause-client = العميل
value-late_cause-other = غيرنا
value-requests-kind-change = تغيير
value-requests-kind-quote = عرض سعر
value-requests-kind-discount = خصم
value-requests-kind-price_match = مجاراة سعر
value-requests-kind-out_of_scope = خارج النطاق
value-requests-kind-out_of_capability = خارج اختصاصنا
value-requests-kind-approval = اعتماد
value-requests-kind-status = سؤال عن الحال
value-messages-direction-in = منهم
value-messages-direction-out = منّا
value-goals-direction-up = الأكثر أفضل
value-goals-direction-down = الأقل أفضل
value-incidents-kind-dispute = نزاع
value-incidents-kind-escalation = تصعيد
value-incidents-kind-doubt = تشكيك
value-incidents-kind-boundary = تجاوز حدود
value-side-ours = جانبنا
value-side-theirs = جانبهم
value-side-third_party = طرف ثالث
value-values-kind-reference = توصية
value-values-kind-referral = إحالة
value-values-kind-skill = مهارة مكتسبة
value-values-kind-portfolio = عمل للمعرض
