# ما لا تذكره السجلات عن الحساب، ويذكره شخص.

said-title = ما لا تذكره السجلات
said-note = يذكره المالك أو المالية، ولكل بيان سنده. لا يُغيَّر؛ وما لم يعد قائماً يُسحب ويبقى في الماضي.
said-add = ذكر بيان
said-withdraw = سحب
said-keep = حفظ
said-keep-note = يُعتد به من الآن.
said-by = { $who }، { $day }
said-all-invoices = كل الفواتير
said-disputed_part = النزاع على جزء فقط
said-note-disputed_part = الفاتورة متنازع عليها، لا كلها: يبقى الباقي مستحقاً ويُذكَّر به.
said-advance = الفاتورة دفعة مقدمة
said-note-advance = سُددت عن مدة؛ وما بعد الانتهاء يُرد وفق قاعدة العقد.
said-trust = العربون أو التأمين أمانة
said-note-trust = المال للعميل، ولا مقاصة فيه.
said-retainage = العميل يحتجز جزءاً
said-note-retainage = جزء من الفاتورة لا يُستحق قبل يومه.
said-plan = قُبلت خطة سداد
said-note-plan = يتوقف التذكير ما دامت أقساطها تُسدَّد. وتساوي الأقساط كل المفتوح من فواتيرها.
said-loss = ضرر فعلي موثَّق
said-note-loss = حيث لا تجوز الفائدة: ما كلّفنا التأخر، مع إثباته.
said-waiver = تنازل عن عمل لم يُفوتر
said-note-waiver = ما عُمل أو صُرف حتى يوم ولم يدخل فاتورة لا يُفوتر، بقولكم وللسبب الذي تذكرونه.
said-pause = يتوقف التذكير
said-note-pause = لسبب وحتى يوم؛ ثم يستأنف من نفسه.
said-cure = للعميل مهلة معالجة حتى يوم
said-note-cure = من الإعذار؛ وينتظرها تعليق الخدمات.
said-insolvency = ذُكر إعسار العميل
said-note-insolvency = يتوقف كل تذكير؛ ويقول المستشار القانوني ما بعده.
said-counsel_stop = المستشار القانوني يوقف التذكير
said-note-counsel_stop = حتى يُسحب.
said-suspension_right = لنا حق تعليق الخدمات
said-note-suspension_right = بند أو نظام يجيز التعليق، وهل أُشعر به العميل.
said-harm_check = من يضره التعليق
said-note-harm_check = نظر أحدنا: أيوقف نظاماً حيوياً، أيضر غيرنا؟
said-field-invoice = الفاتورة
said-field-plan_invoice = الفاتورة
said-field-any_invoice = الفاتورة
said-field-amount = المبلغ
said-field-from = من
said-field-until = حتى
said-field-rule = تُكتسب
said-field-refund_days = تُرد خلال أيام
said-field-release_on = تُستحق في
said-field-accepted_on = يوم القبول
said-field-instalment_on = موعد القسط
said-field-instalment_sum = القسط
said-field-what = الضرر
said-field-on = منذ
said-field-notice_days = أيام الإشعار
said-field-served_on = يوم الإشعار بالتعليق (قد يبقى خالياً)
said-field-additional_only = تتوقف الخدمات الإضافية وحدها
said-field-critical_system = يوقف نظاماً حيوياً
said-field-third_parties = يضر طرفاً ثالثاً
said-field-basis = السند: بند أو خطاب أو سبب
said-need-invoice = يلزم اختيار فاتورة لهذا العميل.
said-need-sum = يلزم هنا مبلغ أكبر من صفر.
said-need-part = هذا أكثر مما في الفاتورة.
said-need-past = هذا اليوم لم يحن بعد.
said-need-days = يلزم هنا عدد أيام صحيح حتى 365.
said-need-order = هذا قبل اليوم الأول.
said-need-basis = يلزم ذكر السند ليتبيّنه غيرك.
plan-wrong-empty = يلزم قسط واحد على الأقل.
plan-wrong-amount = كل قسط أكبر من صفر.
plan-wrong-order = أيام الأقساط متتابعة.
plan-wrong-past = قسط قبل قبول الخطة.
plan-wrong-currency = كل الأقساط بعملة الفواتير.
plan-wrong-sum = يلزم أن تساوي الأقساط { $sum }، وهو المفتوح.
earning-days = يوماً بيوم
earning-hours = بساعات العمل
earning-accepted = بالأعمال المقبولة
earning-on_receipt = عند القبض
earning-refundable = لا تُكتسب: تُرد
said-says-notice = { $n ->
    [0] بلا إشعار
    [one] إشعار يوم
    [two] إشعار يومين
    [few] إشعار { $n } أيام
    [many] إشعار { $n } يوماً
   *[other] إشعار { $n } يوم
}
said-says-kept = (سُدِّد)
said-says-broken = (لم يُسدَّد)
said-says-additional = الخدمات الإضافية وحدها
said-says-everything = كل الخدمات
said-says-critical = يوقف نظاماً حيوياً
said-says-others = يضر طرفاً ثالثاً
said-says-no_harm = لا يضر أحداً غيرنا
