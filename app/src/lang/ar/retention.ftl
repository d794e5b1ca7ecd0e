# ما يُحفظ من العلاقات المنتهية وإلى متى.

retention-title = ما نحفظه وإلى متى
retention-none = لم تنتهِ علاقة لكم فيها دور.
retention-nothing-due = لم يحن وقت شيء بعد.
retention-due = { $n ->
        [one] نوع واحد من الأوراق انقضت مدة حفظه.
        [two] نوعان من الأوراق انقضت مدة حفظهما.
        [few] { $n } أنواع من الأوراق انقضت مدة حفظها.
        [many] { $n } نوعًا من الأوراق انقضت مدة حفظها.
       *[other] { $n } نوع من الأوراق انقضت مدة حفظها.
    }
retention-note = تُقدَّم أطول قاعدة منطبقة، ويعلو عليها كلها وقف الإتلاف لغرض نظامي. القواعد من حزمة بمصادرها، ولم يضمنها أحد بعد. وكون الأوراق عقارية، أو قيام نزاع ضريبي، أو سريان سنوات غيرها، يُذكر في بيانات المؤسسة مع سببه. لا تُتلف هذه الصفحة شيئًا ولا يُتلف شيء من تلقاء نفسه: يُنظر فيها مرة في السنة، ويُسأل المستشار القانوني، ثم يُعمل بذلك.
retention-held = وقف الإتلاف لغرض نظامي يحفظ كل ما هنا، أيًا كانت الأيام أدناه.
retention-head-what = ماذا
retention-head-until = يُحفظ إلى
retention-head-why = إلام يستند ذلك
retention-passed = وقد انقضى
retention-gone = وقد انقضى، ولم يبقَ منه شيء هنا
retention-later = وقد انقضى هنا، غير أن العميل عاد أو له انتهاء لاحق
retention-own-part-go = يُتلف عند ختم أرشيف المؤسسة
retention-silent = عملاء انقطعوا من دون ملف
retention-silent-note = لم يُسجَّل عنهم شيء منذ سنة، فتُحسب المدة من آخر سجلاتهم. ويوقفها فتح ملف أو سجل جديد.
retention-signs = علامات تقادمت
retention-signs-note = تُحفظ الرسائل والملاحظات والساعات ونحوها مدتها، ولو بقي العميل. ويقود الاسم إلى نموذج اقتراح محو ما هو أقدم.
retention-head-client = العميل
retention-head-n = العدد
retention-head-before = قبل
retention-prospects = عملاء محتملون لم يتم معهم شيء
retention-waits-learned = سنة بعد المراجعة الختامية
retention-waits-ended = متى انتهت
retention-waits-year_end = متى انتهت
retention-rests-law = يوجبه النظام
retention-rests-custom = عُرف، وللمستشار القانوني أن يحدد غيره
retention-rests-contract = كما في العقد، فإن لم يكن فيه بند:
retention-rests-own = سنوات حددتها المؤسسة:
retention-sure-sourced = قوبل بمصدر منشور في { $day }.
retention-sure-general = هو الشائع، ويؤكده المستشار القانوني.
retention-sure-convention = اختيار لا يستند إلى غيره.
retention-when-real_estate = دفاتر العقارات
retention-when-dispute = نزاع قائم مع جهة ضريبية
own-terms-title = مدد حفظ الأوراق
own-terms-note = حيث تُحفظ الأوراق مدة غير ما في قواعد الحزمة. وما يوجب النظام حفظه تطول مدته ولا تقصر، ويبقى كل تغيير مع من أجراه.
own-terms-none = لم يُذكر شيء، والعمل بقواعد الحزمة.
own-term-what = ماذا
own-term-years = السنوات
own-term-reason = السبب
own-term-what-missing = يُختار ما تتعلق به المدة.
own-term-years-missing = يُكتب عدد السنوات، من 1 إلى 100.
own-term-reason-missing = يُكتب السبب: النظام أو العقد أو قول المستشار القانوني.
retention-class-books = الفواتير والدفعات والحساب
retention-class-due_diligence = ما طُلب لمكافحة غسل الأموال
retention-class-contract_file = العقود والخطابات والإثباتات والسجل
retention-class-own_part = الإجابات عن نصيبنا من المشكلة
retention-class-incident = الوقائع
retention-class-sign_data = الرسائل والملاحظات والساعات
retention-class-client_data = بيانات العميل نفسه
archive-holds-retention = إلى متى يُحفظ كل نوع من الأوراق، وإلام يستند ذلك، وقرارات وقف الإتلاف وما نصّت عليه في كل وقت
