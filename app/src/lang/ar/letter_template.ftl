# قوالب الخطابات الخاصة بالمؤسسة.

template-title = قوالب الخطابات
template-lede = { $n ->
    [zero] *تُكتب جميع الخطابات بالقوالب المعتادة.*
    [one] *قالب واحد من كتابة المؤسسة*، وسائر القوالب هي المعتادة.
    [two] *قالبان من كتابة المؤسسة*، وسائر القوالب هي المعتادة.
    [few] *{ $n } قوالب من كتابة المؤسسة*، وسائر القوالب هي المعتادة.
    [many] *{ $n } قالباً من كتابة المؤسسة*، وسائر القوالب هي المعتادة.
   *[other] *{ $n } قالب من كتابة المؤسسة*، وسائر القوالب هي المعتادة.
}
template-note = القالب نص الخطاب وفيه مواضع لوقائعه. وما كُتب من الخطابات من قبل يبقى على حاله.
template-name = القالب
template-language = اللغة
template-kinds = الخطابات
template-parts = أجزاء تشترك فيها خطابات عدة
template-parts-note = ما يتغير هنا يظهر في كل خطاب يدخل الجزء فيه.
template-is-standard = القالب المعتاد هو المعمول به.
template-show-note = لا تحفظ المعاينة شيئاً. والإصدار المحفوظ يُعمل به فيما يُكتب بعده من خطابات.
template-text-hint = تبدأ «# » العنوان، و«## » عنواناً فرعياً، و«- » بنداً، و«_ » الموقّع. وما بين الأقواس المعقوفة يُملأ بالوقائع.
template-reason = ما الذي يتغير، ولماذا
template-reason-missing = يُذكر ما الذي يتغير ليتتبعه غيركم.
template-too-long = لا يزيد القالب على 64 كيلوبايت.
template-overtaken = حُفظ إصدار آخر في هذه الأثناء. نصكم هنا كما كتبتموه؛ يُنظر في أحدث إصدار ثم يُحفظ نصكم ثانيةً.
template-preview = معاينة
template-preview-note = مملوءة من حالة متخيلة.
template-preview-do = معاينة دون حفظ
template-within = يظهر هنا في: { $kind }.
template-back = العودة إلى القالب المعتاد
template-terms = ما يجوز للقالب أن يذكره
template-terms-note = بجانب كل اسم ما يقابله في المثال.
template-more = سائر ما يعرفه الخطاب
template-writing = كيفية الكتابة
template-writing-value = قيمة
template-writing-if = جزء يتوقف على معرفة شيء
template-writing-for = قائمة
template-writing-include = جزء تشترك فيه خطابات عدة
template-changes = السطور التي تغيرت
letter-part-after = ما بعد الانتهاء: خدمة انتقالية ومقدمو خدمة آخرون
letter-part-close = الختام والتوقيع
letter-part-contact = جهة الاتصال للتسليم
letter-part-data = البيانات والمستندات
letter-part-dear = التحية
letter-part-duties = الواجبات الباقية
letter-part-money = الحساب والسداد
letter-part-open = التاريخ والعنوان
letter-part-reason = السبب
letter-part-run_off = حتى الانتهاء
letter-part-service = طريقة التبليغ
template-term-firm = مؤسستنا
template-term-client = العميل
template-term-contract = العقد
template-term-basis = ما يستند إليه الإنهاء: clause (بند) أو agreement (اتفاق) أو expiry (انتهاء المدة) أو law (نظام)، ونصه
template-term-date = تاريخ الخطاب
template-term-ended = هل مضى آخر يوم في تاريخ الخطاب
template-term-end = آخر يوم للخدمات، وحده ومع ساعته
template-term-continues = خدمات تستمر حتى ذلك اليوم
template-term-stops = خدمات تتوقف الآن
template-term-stops_on = خدمات تتوقف كل منها في يومها
template-term-goes_on = خدمات لا تنتهي مع غيرها
template-term-remains = ما بقي على الطرفين، كل منه بيومه
template-term-deliverables = ما نسلّمه، ولكل شيء يومه
template-term-deadlines = مواعيد عند غيرنا لا يحسن أن تفوت العميل
template-term-actions = المطلوب من العميل، وموعده، وما يفوته من دونه
template-term-account = الحساب: على من الرصيد (client العميل، us علينا، level متوازن)، وكم هو، وما لصالح العميل بعملة أخرى، وكيف يُسدَّد
template-term-data = مصير البيانات: الخيار، وموعده، وما نحتفظ به
template-term-contact = جهة الاتصال
template-term-duties = واجبات باقية
template-term-service = كيف يُبلَّغ الخطاب، وإلى أي عنوان
template-term-signer = من يوقّع عنا
template-term-client_signer = من يوقّع عن العميل
template-term-appreciation = جملة تقدير واحدة صادقة
template-term-prevails = اللغة المعتمدة عند الاختلاف: ar أو en
template-term-reason = السبب، بقدر ما يُذكر
template-term-rung = درجة التذكير: courtesy أو friendly أو formal أو final
template-term-boundaries = المطلوب من الآن فصاعداً
template-term-standard = إصدار مدونة السلوك لدينا
template-term-occurrences = ما حدث، ولكل واقعة يومها
template-term-next_step = الخطوة النظامية التالية
template-term-cure_by = آخر يوم لإزالة الإخلال
template-term-suspended = ما عُلّق، ومن أي يوم، وما يُستأنف به
template-term-reply = الاستفسار الذي يُجاب عنه، وجوابه
template-term-referrals = مقدمو خدمة آخرون: لماذا يناسبون، وكيف يُتواصل معهم، وما نتقاضاه
template-term-bridges = الخدمات بعد الانتهاء، ولكلٍّ منها: ما هي، وكم ساعة حداً أقصى، وثمنها، وهل يُدفع قبلها، وإلى أي مبلغ نعوّض، وحتى متى
template-term-contents = محتويات حزمة التسليم
template-term-rights = الحقوق في الأعمال
template-term-deletions = ما أُتلف: كيف ومتى، ومن أتلفه، ومن تحقق منه
template-term-backups_until = اليوم الذي تنتهي فيه آخر نسخة احتياطية
template-term-entry = القيد الذي تستند إليه شهادة الإتلاف من فهرس ما أُتلف، وإلى متى تبقى النسخ، وهل منها ما لا يُعرف يومه
template-term-obligations = عدد الالتزامات المنجزة
template-term-law = النظام الحاكم
template-term-agreed = ما اتفق عليه الطرفان، نقطة نقطة
