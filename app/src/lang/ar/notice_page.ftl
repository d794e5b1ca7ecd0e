# صفحات الإشعار: نموذج الحساب، ومُهَل منع تجديد العقود.

notice-title = الإشعار باليوم
notice-lede = *متى ينتهي الإشعار، وحتى متى يُرسل؟* تكفي إجابات قليلة من العقد.
notice-how = كيف حُسب
notice-unchecked = *لم يتحمّل أحد صحة هذه العطلات بعد.* هي من حزم بمصادرها؛ والحكومات تنقل العطلات، فيُنظر ما أُعلن.
notice-more = ما قد يقوله البند غير ذلك
notice-compute = الحساب
notice-nothing-kept = لا يُحفظ شيء؛ الإجابات في عنوان الصفحة.
notice-field-from = من
notice-hint-from = مكان من يوجّه الإشعار.
notice-field-to = إلى
notice-hint-to = مكان المُرسَل إليه. الاستلام بعطلات هذا المكان.
notice-field-sent_on = يوم الإرسال
notice-field-sent_time = الساعة
notice-hint-sent_time = بساعة المُرسِل.
notice-field-method = طريقة الإرسال
notice-method-email = البريد الإلكتروني
notice-method-hand = التسليم باليد
notice-method-courier = ناقل
notice-method-registered_post = البريد المسجّل
notice-method-portal = صفحة العميل
notice-method-fax = الفاكس
notice-service = { $method }، ويُعدّ مستلَماً { $rule }
notice-field-length = مدة الإشعار
notice-field-unit = وحدة العدّ
notice-field-term_ends_on = نهاية العقد
notice-hint-term_ends_on = لمعرفة آخر أيام الإرسال؛ ويجوز تركها ما لم يُترك العقد حتى تنقضي مدته.
notice-field-before = قبل النهاية بما لا يقل عن
notice-hint-before = حيث يشترط البند وصوله قبل نهاية العقد بمدة؛ وإلا فمدة الإشعار.
notice-field-before_unit = ووحدة عدّها
notice-field-most = قبل النهاية بما لا يزيد على
notice-hint-most = حيث يرفض البند إشعاراً يسبق ذلك؛ وأكثر البنود لا يرفضه.
notice-field-most_unit = ووحدة عدّها
notice-field-ends_with = ينتهي العقد
notice-ends-with-length = بانقضاء مدة الإشعار
notice-ends-with-term = بنهاية مدته دون تجديد
notice-field-renews = إن لم يمنعها أحد
notice-renews-yes = تتجدد المدة من نفسها
notice-renews-no = تنقضي المدة
notice-field-first_term_ends_on = نهاية المدة الأولى
notice-hint-first_term_ends_on = إن تجددت بعدها؛ ومنها تُعدّ المدد التالية.
notice-field-renews_for = تتجدد المدة بطول
notice-hint-renews_for = الإشعار المتأخر عن هذه المدة ينهي العقد بنهاية التالية.
notice-field-renews_unit = ووحدة عدّه
notice-field-billing_on = بداية فترة مفوترة
notice-field-rule = يُعدّ مستلَماً
notice-hint-rule = ما يقوله البند. ولا بدّ من قوله في الناقل والبريد.
notice-deemed-usual = كالمعتاد في هذه الطريقة
notice-deemed-same_day = في يومه
notice-deemed-next_business_day = في يوم العمل التالي
notice-deemed-nth_business_day = بعد عدد من أيام العمل
notice-deemed-nth_day = بعد عدد من الأيام
notice-deemed-on_receipt = عند وصوله
notice-field-n = عدد الأيام بعد الإرسال
notice-field-cutoff = في يومه قبل الساعة
notice-field-received_at = يوم الوصول
notice-hint-received_at = حيث يُعدّ مستلَماً عند وصوله.
notice-field-calendars = أيام العمل عند
notice-calendars-both = المكانين معاً
notice-calendars-recipient = المُرسَل إليه
notice-calendars-sender = المُرسِل
notice-field-clear_days = أيام كاملة
notice-hint-clear_days = لا يُحسب اليوم الأخير أيضاً.
notice-clear-no = لا
notice-clear-yes = نعم
notice-field-start = بداية العدّ
notice-start-day_after = من غد الاستلام
notice-start-first_of_next_month = من أول الشهر التالي
notice-start-billing_anniversary = مع بداية الفترة التالية التي تُفوتر
notice-field-align = تقع النهاية
notice-align-none = في أي يوم
notice-align-month_end = في آخر شهر
notice-align-quarter_end = في آخر ربع سنة
notice-align-term_anniversary = في الذكرى السنوية لبداية العقد
notice-field-roll = نهاية في يوم عطلة
notice-hint-roll = بنود كثيرة لا تنقل شيئاً.
notice-roll-none = تبقى
notice-roll-following = تُنقل إلى يوم العمل التالي
notice-roll-preceding = تُنقل إلى يوم العمل السابق
notice-roll-modified_following = تُنقل إلى التالي داخل الشهر
notice-field-earliest_end_on = لا انتهاء قبل
notice-field-term_starts_on = بداية العقد
notice-need = المطلوب هنا إجابة.
notice-need-number = المطلوب هنا عدد صحيح، 1 أو أكثر.
notice-need-day = المطلوب هنا يوم موجود.
notice-need-time = المطلوب هنا يوم مع وقته.
notice-need-rule = بهذه الطريقة لا يحدّد وقت الاستلام إلا البند. يُختار أدناه، أو تُختار طريقة أخرى.
notice-need-next-term = جاء الإشعار متأخراً عن نهاية هذه المدة، أو قد يتأخر. المطلوب طول المدة التالية، أو القول قبله إن المدة لا تتجدد من نفسها.
notice-need-with = يلزم معه يومه: نهاية العقد، أو يوم بدأت فيه فترة مفوترة.
notice-need-start = يلزم معه يوم بداية العقد.
notice-need-later = لا يصل قبل إرساله.
notice-need-order = لا ينتهي العقد قبل بدايته.

renewals-title = مُهَل منع التجديد
renewals-lede = أقرب المُهَل انتهاءً مع { $name }: آخر يوم يصحّ فيه إرسال الإشعار *{ $day }*، وآخر يوم آمن { $safe }.
renewals-lede-none = ليس في السجلات عقد يتجدد من نفسه.
renewals-lede-closed = لا مهلة مفتوحة أمكن حسابها.
renewals-note = العقد الذي يتجدد من نفسه يمضي مدةً أخرى ما لم يُستلم إشعار في موعده. والأيام هنا بحسب طريقة الإشعار المؤكَّدة في نص العقد؛ فإن لم تُؤكَّد فهي لإشعار بالبريد الإلكتروني يُعدّ مستلَماً في يوم العمل التالي لدى المستلِم.
renewals-calendar = ملف تقويم بتذكيراته
renewals-windows = المُهَل، أقربها انتهاءً أولاً
renewals-windows-note = اليوم الآمن يترك خمسة من أيام عملنا احتياطاً
renewals-head-contract = العقد
renewals-head-first = أول يوم يجوز فيه الإرسال
renewals-head-safe = آخر يوم آمن
renewals-head-lawful = آخر يوم يصحّ
renewals-head-service = طريقة الإخطار
renewals-head-confirmed = المؤكَّد من النص
renewals-head-ends = نهاية العقد
renewals-head-open = الحساب
renewals-by-service = طريقة الإشعار: { $service }
renewals-steps = خطوة خطوة
renewals-steps-of = الحساب خطوة خطوة: { $name }
renewals-open = بقي أكثر من أربعة أشهر.
renewals-closing = { $n ->
        [0] اليوم آخر يوم.
        [one] بقي يوم واحد.
        [two] بقي يومان.
        [few] بقيت { $n } أيام.
        [many] بقي { $n } يوماً.
       *[other] بقي { $n } يوم.
    }
renewals-late = { $n ->
        [0] مضى اليوم الآمن؛ واليوم آخر يوم يصحّ.
        [one] مضى اليوم الآمن؛ وبقي يوم واحد.
        [two] مضى اليوم الآمن؛ وبقي يومان.
        [few] مضى اليوم الآمن؛ وبقيت { $n } أيام.
        [many] مضى اليوم الآمن؛ وبقي { $n } يوماً.
       *[other] مضى اليوم الآمن؛ وبقي { $n } يوم.
    }
renewals-opens = لا يُرسل قبل { $day }، فقبل ذلك يكون سابقاً للمهلة التي يحددها العقد.
renewals-missed = انتهت المهلة؛ والعقد يتجدد.
renewals-lacking = ما ينقص
renewals-lack-place = مكان المؤسسة ناقص؛ يكتبه صاحب النسخة في صفحة المؤسسة.
renewals-lack-end = يتجدد من نفسه، وليس في السجلات يوم نهايته. يُضاف إلى العقد؛ وما لا نهاية له لا مهلة له.
renewals-lack-ended = انتهت مدته في { $day } وتجدد. تُضاف نهايته الجديدة إلى العقد، أو تُؤكَّد في نصه المدة التي يتجدد لها.
renewals-lack-notice = مدة الإشعار ناقصة. تُضاف إلى العقد.
renewals-lack-deemed = طريقة إشعاراته { $method }، ولا يُعرف متى يُعدّ الإشعار بها مستلَماً إلا من بنده. يُذكر ذلك مع طرق الإشعار في نص العقد.
renewals-lack-day = لا يوم يكفي لهذا الإشعار. يُقرأ العقد.
renewals-event = آخر يوم يصحّ فيه إرسال الإشعار: { $name } ({ $contract })
renewals-event-note = آخر يوم آمن { $safe }. يلزم أن يُستلم الإشعار في موعد أقصاه { $receipt }، وإلا تجدد العقد الذي ينتهي في { $ends }. طريقة الإرسال: { $service }؛ والعقد مقدَّم على هذا.
