# اتفاق إنهاء بالتراضي: نقاطه، وما تقوله كل نقطة.
agreement-title = اتفاق الإنهاء
agreement-note = سبع نقاط يتفق عليها الطرفان قبل أن يوقّع أيهما. وما يُتفق عليه هنا يدخل في الورقة.
agreement-open = { $n ->
    [one] بقيت *نقطة واحدة*.
    [two] بقيت *نقطتان*.
    [few] بقيت *{ $n } نقاط*.
   *[other] بقيت *{ $n } نقطة*.
}
agreement-whole = حُسمت *كل النقاط*، ويمكن كتابة الورقة.
agreement-signed = وقّع الطرفان *{ $day }*.
agreement-other-right = ينتهي هذا الملف *بحق آخر*؛ ويلزم اختيار الإنهاء بالتراضي أولاً.
agreement-contracts = العقود
agreement-points = ما يحسمه الاتفاق
agreement-known = المعلوم حتى الآن
agreement-known-note = من سجل الالتزامات والحساب والجرد والبنود التي أُكدت.
agreement-write = كتابة الورقة
agreement-settle = حسم النقطة
agreement-change = تغيير
agreement-back = العودة إلى الاتفاق
agreement-do = حفظ
agreement-state-met = محسومة
agreement-state-missing = مفتوحة
agreement-state-skipped = لا تلزم
agreement-point-end = يوم الانتهاء
agreement-point-payments = المدفوعات
agreement-point-deliverables = المخرجات
agreement-point-ip = حقوق العمل
agreement-point-data = البيانات والصلاحيات
agreement-point-release = المخالصة
agreement-point-confidentiality = السرية
agreement-ask-end = متى تنتهي الخدمات؟
agreement-ask-payments = ماذا يُدفع، ومن يدفعه، وحتى متى؟
agreement-ask-deliverables = ماذا يُسلَّم بعد، وما الذي لن يُسلَّم؟
agreement-ask-ip = لمن العمل، ومنذ متى؟
agreement-ask-data = ما مصير البيانات والصلاحيات؟
agreement-ask-release = بماذا لا يطالب أيٌّ من الطرفين بعد ذلك؟
agreement-ask-confidentiality = ما الذي يبقى سرياً، وإلى متى؟
agreement-ask-note = بعبارة يقرؤها الطرفان بمعنى واحد. ولورقة باللغتين: عربي = English.
agreement-way = هل تلزم هذه النقطة بينكما؟
agreement-way-agreed = اتُّفق عليها بهذه العبارة
agreement-way-not_needed = لا تلزم، وهذا هو السبب
agreement-text = العبارة
agreement-hint-end = جملة واحدة لا تدع شكاً فيما ينتهي.
agreement-hint-payments = لكل مبلغ سطر: من يدفع، وعن ماذا.
agreement-hint-deliverables = لكل شيء سطر؛ وما له يوم خاص: الشيء | 2026-12-31
agreement-hint-ip = لكل عمل: لمن هو، وما الذي يُسدَّد قبل انتقاله.
agreement-hint-data = لكل مكان أو حساب سطر: يُعاد أو يُنقل أو يُحذف أو يُحفظ.
agreement-hint-release = ما يرضى الطرفان بتركه وحده. ولا تشمل الجرائم وحماية البيانات والسرية.
agreement-hint-confidentiality = ماذا، وعلى من، وإلى متى. ولا تمنع بلاغاً نظامياً أبداً.
agreement-day = في موعد أقصاه
agreement-day-hint = إن اتُّفق على يوم واحد لذلك كله.
agreement-day-end = آخر يوم للخدمات. لا يُوقَّع شيء بدونه.
agreement-by-day = في موعد أقصاه { $day }
agreement-lacks = لم يُتفق على شيء بعد.
agreement-lacks-day = لا يوم للانتهاء بعد.
agreement-past = مضى اليوم المتفق عليه: { $day }.
agreement-late = يُستحق شيء { $day } بعد المخالصة المؤرخة { $released }، فلا يبقى لأحد أن يطالب به.
agreement-knows-end = المحسوب أو المخطط حتى الآن: { $day }
agreement-knows-term = مدة العقد { $contract } قائمة حتى { $day }
agreement-knows-no-sums = المبالغ لدى المالية.
agreement-knows-undelivered = لم يُسلَّم بعد: { $id }، موعده { $day }
agreement-knows-unaccepted = سُلِّم ولم يُقبل بعد: { $id }، موعده { $day }
agreement-knows-hold = قرُبت مطالبة ويلزم حفظ شيء: يقرأ المستشار القانوني المخالصة قبل أي توقيع.
agreement-knows-dispute = مبلغ متنازع عليه يحتاج إلى كلمة هنا: { $sum }.
agreement-words-end = ينهي الطرفان العقد { $contract } بالتراضي.
agreement-words-line = { $side ->
    [we_owe] نرد إلى العميل
    [trust] نرد ما لدينا أمانةً
    [advance] مدفوع مقدماً
    [to_bill] لم يُفوتر بعد
    [waived] تنازلنا عنه ولا يُفوتر
    [unsaid] لم يُحسم بعد
    [disputed] متنازع عليه
    [retained] يحتجزه العميل
   *[other] يسدد العميل
}: { $what }، { $sum }{ $due ->
    [none] .
   *[other] ، ويُستحق { $due }.
}
agreement-words-even = الحساب مسوّى، ولا شيء لأحد الطرفين على الآخر.
agreement-words-data = لا نحتفظ ببيانات للعميل غير ما يوجب النظام حفظه.
agreement-words-ip = ما قُبل وسُدِّد ثمنه للعميل. وتبقى أدواتنا وقوالبنا لنا، وله أن يستمر في استعمالها ضمن العمل.
agreement-words-release = متى تم كل ما اتُّفق عليه هنا، لا يطالب أيٌّ من الطرفين الآخر بشيء من العقد.
agreement-words-confidentiality = ما عرفه كل طرف عن الآخر يبقى سرياً بعد الانتهاء.
agreement-effective-hint = كما حددته نقاط الاتفاق.
part-agreed = تنتهي خدماتنا لـ{ $name } بالتراضي *{ $day }*.
go-part-agreement = إلى الاتفاق
case-skip-agreement_points = نقاط الاتفاق
gate-agreement_points = في الاتفاق نقاط مفتوحة
gate-how-agreement_points = يحسمها الطرفان قبل أن يوقّع أيهما:
gate-name-agreement_points = نقاط الاتفاق
event-PointSettled = { $needed ->
    [yes] إثبات ما اتُّفق عليه: { $point }. أثبته { $who }.
   *[no] إثبات أن نقطة لا تلزم: { $point }. أثبته { $who }.
}
letter-field-agreed_payments = المدفوعات بالعبارة
letter-field-agreed_deliverables = المخرجات بالعبارة
letter-field-agreed_ip = حقوق العمل
letter-field-agreed_data = البيانات والصلاحيات بالعبارة
letter-field-agreed_release = المخالصة
letter-field-agreed_confidentiality = السرية
