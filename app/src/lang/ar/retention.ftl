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
retention-note = تُقدَّم أطول قاعدة منطبقة، ويعلو عليها كلها وقف الإتلاف لغرض نظامي. القواعد من حزمة بمصادرها، ولم يضمنها أحد بعد، وليس فيها أوراق العقارات ولا النزاعات الضريبية القائمة ومدتها أطول. لا تُتلف هذه الصفحة شيئًا ولا يُتلف شيء من تلقاء نفسه: يُنظر فيها مرة في السنة، ويُسأل المستشار القانوني، ثم يُعمل بذلك.
retention-held = وقف الإتلاف لغرض نظامي يحفظ كل ما هنا، أيًا كانت الأيام أدناه.
retention-head-what = ماذا
retention-head-until = يُحفظ إلى
retention-head-why = إلام يستند ذلك
retention-passed = وقد انقضى
retention-gone = وقد انقضى، ولم يبقَ منه شيء هنا
retention-later = وقد انقضى هنا، غير أن العميل عاد أو له انتهاء لاحق
retention-signs = علامات تقادمت
retention-signs-note = تُحفظ الرسائل والملاحظات والساعات ونحوها سنتين، ولو بقي العميل. ويقود الاسم إلى نموذج اقتراح محو ما هو أقدم.
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
retention-class-books = الفواتير والدفعات والحساب
retention-class-due_diligence = ما طُلب لمكافحة غسل الأموال
retention-class-contract_file = العقود والخطابات والإثباتات والسجل
retention-class-own_part = الإجابات عن نصيبنا من المشكلة
retention-class-sign_data = الرسائل والملاحظات والساعات
retention-class-client_data = بيانات العميل نفسه
archive-holds-retention = إلى متى يُحفظ كل نوع من الأوراق، وإلام يستند ذلك، وقرارات وقف الإتلاف وما نصّت عليه في كل وقت
