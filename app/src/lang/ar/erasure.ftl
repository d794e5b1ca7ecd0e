# المحو بشخصين، وفهرس ما أُتلف.

act-erase = المحو

erasures-title = المحو
erasures-lede = المحو بشخصين: يقترحه واحد، ويقرأ غيره ما سيُمحى ثم يؤكده. ومن كان وحده في المؤسسة أكده بعد مهلة.
erasures-note = الاقتراح وحده لا يمحو شيئًا. والدفاتر وما يوجب النظام حفظه لا يُقترح محوهما قبل انقضاء مدتهما، وما يحفظه وقف الإتلاف لغرض نظامي لا يُقترح محوه ولا يُمحى ما دام قائمًا.
erasures-owner = يقترح المحوَ صاحبُ النسخة؛ ولكم أن تقرؤوا ما ينتظر وأن تؤكدوه.
erasures-waiting = في انتظار الشخص الثاني
erasures-look = قراءته
erasures-kept = ما لا يُقترح محوه الآن
erasures-whole-title = محو { $name }
erasures-member-lede = يُغلق نهائيًا كل ما قاله في الملفات، ويزول اسمه وعنوانه من قائمة الأعضاء وممن يُقترح لفتح الأرشيف، ويبقى رقمه في السجلات. وتحتفظ سجلات العمل (الساعات والرسائل والوقائع) بالاسم الذي كُتبت به.
erasures-prospect-lede = يزول كل ما دُوّن عنهم: الاسم والعنوان وما ذكروه لنا وإلى أين بلغ الأمر.

erasure-rows = أنواع من السجلات
erasure-rows-note = تزول السجلات مع ماضيها وتصحيحاتها وقيم الصفوف المرفوضة، وكل ملف ينتظر الاستيراد أيًّا كان صاحبه، ما لم يكن وقف إتلاف لغرض نظامي قائمًا لأي عميل. وتزول معها حزمة أُعدّت ليأخذها العميل إن كان فيها شيء منها، ويمكن إعدادها من جديد من دونه.
erasure-rows-what = ما يُمحى
erasure-older = علامات تقادمت
erasure-older-note = تزول الرسائل والملاحظات والساعات والانطباعات وما قيل عن نتائج الرصد متى انقضت مدة حفظها، ويبقى الأحدث.
erasure-whole = كل ما يخص العميل
erasure-whole-note = يزول كل ما هو هنا عنه، مع قيده نفسه وكل صورة كُتب بها اسمه وما قيل في ملفاته وما سُجّل عنه حين كان عميلًا محتملًا. وإن كانت له دفاتر انتظر ذلك كله انقضاء مدتها. ويبقى: سلسلة السجلات وفيها الاسم الذي فُتح به الملف، وأسماء الملفات المستوردة، وفهرس ما أُتلف.
erasure-person = شخص واحد باسمه
erasure-person-note = يزول اسمه من سجلات هذا العميل، ويزول معه ما تقوله تلك السجلات بالكلمات.
erasure-name = الاسم كما في السجلات
erasure-name-hint = صور كتابة الاسم الواحد اسم واحد. ويُحفظ الاسم إلى أن يبتّ الشخص الثاني، ثم يزول.
erasure-case = ما قيل في ملف واحد
erasure-case-note = يُتلف مفتاح الملف، ويبقى سجله، وتبقى سلسلته قابلة للتحقق. وإن أُعدّ له حساب بقي الحساب مع إثباتاته وحزمة إقفاله حتى تنقضي مدة حفظ الدفاتر.
erasure-case-what = أي ملف
erasure-case-opened = ملف فُتح في { $day }
erasure-member = السبب
erasure-member-note = لا يعود منه شيء بعد ذلك.
erasure-prospect = السبب
erasure-prospect-note = وتُحسب أرقام القنوات والعملاء المحتملين بعد ذلك من دونهم.
erasure-basis = على أي أساس
erasure-what = ما يُمحى
erasure-basis-request = طلب صاحب البيانات
erasure-basis-contract = التزام في عقد
erasure-basis-term = انقضاء مدة الحفظ
erasure-basis-own-part = انقضت مدة حفظها، وملخصها في مراجعة استخلاص الدروس
erasure-basis-said = { $kind }: { $reference }
erasure-reference = إلام يستند ذلك
erasure-reference-hint = النظام أو البند أو تاريخ الخطاب. ويبقى هذا في الفهرس دائمًا، فلا يُذكر فيه اسم أحد.
erasure-reference-names = «{ $what }» يدل على صاحب البيانات. يُكتب النظام أو البند أو تاريخ الخطاب.
erasure-propose = اقتراح المحو
erasure-nothing-named = يُختار نوع واحد من السجلات على الأقل.
erasure-due = انقضت مدته.
erasure-by-law = يوجب النظام حفظه، ولم تبدأ مدته.
erasure-by-law-until = يوجب النظام حفظه إلى { $day }.
erasure-not-yet = لم تبدأ مدة حفظه، فلا تصلح أساسًا لمحوه.
erasure-not-yet-until = تنتهي مدته في { $day }.
erasure-waits = اقترحه { $who } في { $day }: { $what }.

erasure-title = محو مقترح
erasure-proposed = اقترحه { $who } في { $day }. لم يُمحَ شيء بعد.
erasure-under-way = أكده { $who } في { $day }، وهو قيد التنفيذ.
erasure-person-is = صاحب البيانات: { $name }.
erasure-held = يُتوقع نزاع قريب ولم يُبيَّن بعد ما يحفظه وقف الإتلاف لغرض نظامي. لا يُمحى شيء قبل أن يبيّنه المستشار القانوني.
erasure-held-by = وقف الإتلاف لغرض نظامي قائم منذ { $day }. يُسأل عنه { $name }، ولا يُمحى شيء قبل أن يرفعه المستشار القانوني.
erasure-stopped = يبقى كما هو بتوجيه من الإدارة. يُسأل عنه { $name }.
erasure-stopped-all = يبقى كما هو الآن بتوجيه من الإدارة.
erasure-stopped-all-next = لم يتغيّر شيء.
erasure-not-ended = هذا تابع لما لم ينتهِ بعد، ويُمحى متى انتهى.
erasure-open-case = قيل هذا في ملف ما زال مفتوحًا. يُغلق الملف أولًا.
erasure-still-here = ما زال عضوًا في المؤسسة. تُسجل مغادرته أولًا في صفحة الأعضاء.
erasure-nothing = لم يبقَ منه شيء هنا.
erasure-goes = ما يُمحى
erasure-goes-note = عُدّ الآن. وأرقام الفهرس هي أرقام لحظة التنفيذ.
erasure-head-what = ماذا
erasure-head-n = العدد
erasure-head-copy = النسخة
erasure-head-until = تزول بحلول
erasure-bag-goes = يُزال الأرشيف المختوم { $name } كله.
erasure-bag-stays = الأرشيف المختوم { $name } فيه من ذلك أيضًا. { $names ->
        [no] ولا يُقرأ هنا من يفتحه،
       *[yes] ويفتحه: { $readers }،
    } { $ends ->
        [no] ولا يُعرف يوم لحفظه
       *[yes] ويُحفظ إلى: { $day }
    }.
erasure-bags-go = { $n ->
        [one] يُزال أرشيف مختوم واحد لملف كله.
        [two] يُزال أرشيفان مختومان لملفات كلهما.
        [few] تُزال { $n } أرشيفات مختومة لملفات كلها.
        [many] يُزال { $n } أرشيفًا مختومًا لملفات كلها.
       *[other] يُزال { $n } أرشيف مختوم لملفات كلها.
    }
erasure-bags-open = { $n ->
        [one] أرشيف مختوم واحد لملف فيه من ذلك أيضًا. يفتحه هنا من له دور في الملف.
        [two] أرشيفان مختومان لملفات فيهما من ذلك أيضًا. يفتحهما هنا من له دور في تلك الملفات.
        [few] { $n } أرشيفات مختومة لملفات فيها من ذلك أيضًا. يفتحها هنا من له دور في تلك الملفات.
        [many] { $n } أرشيفًا مختومًا لملفات فيها من ذلك أيضًا. يفتحها هنا من له دور في تلك الملفات.
       *[other] { $n } أرشيف مختوم لملفات فيها من ذلك أيضًا. يفتحها هنا من له دور في تلك الملفات.
    }
erasure-bags-stay = { $n ->
        [one] أرشيف مختوم واحد لملف فيه من ذلك أيضًا، ويبقى كما هو.
        [two] أرشيفان مختومان لملفات فيهما من ذلك أيضًا، ويبقيان كما هما.
        [few] { $n } أرشيفات مختومة لملفات فيها من ذلك أيضًا، وتبقى كما هي.
        [many] { $n } أرشيفًا مختومًا لملفات فيها من ذلك أيضًا، وتبقى كما هي.
       *[other] { $n } أرشيف مختوم لملفات فيها من ذلك أيضًا، وتبقى كما هي.
    }
erasure-no-day = لا يُعرف لها يوم
erasure-mentions = { $what }: { $n ->
        [one] نص واحد ما زال فيه الاسم.
        [two] نصان ما زال فيهما الاسم.
        [few] { $n } نصوص ما زال فيها الاسم.
        [many] { $n } نصًا ما زال فيها الاسم.
       *[other] { $n } نص ما زال فيها الاسم.
    }
erasure-left = يُنظر في هذه باليد
erasure-stays = ما يبقى
erasure-papers = إثباتات الملف وحزمة إقفاله ({ $n }): عليها يستند حسابه، ولا يُعرف هنا أي الإثباتات مستند محاسبي.
erasure-unnamed = لم يُذكر في هذا الاقتراح.
erasure-copies = نسخ لا يبلغها هذا المحو
erasure-copies-note = بحسب ما تعرفه هذه النسخة. ولا تعرف ما حفظه أحد ملفًا أو طبعه.
erasure-copies-none = لا تُعرف نسخة.
erasure-copy-backup = نسخة احتياطية من البيانات
erasure-copy-keys = نسخة احتياطية من المفاتيح
erasure-copy-bag = أرشيف مختوم
erasure-copy-bags = { $n ->
        [one] أرشيف مختوم واحد لملف
        [two] أرشيفان مختومان لملفات
        [few] { $n } أرشيفات مختومة لملفات
        [many] { $n } أرشيفًا مختومًا لملفات
       *[other] { $n } أرشيف مختوم لملفات
    }
erasure-copy-upload = ملفات تنتظر الاستيراد، بقيت لقيام وقف إتلاف لغرض نظامي
erasure-copy-value = قيم في تقارير الاستيراد، بقيت لقيام وقف إتلاف لغرض نظامي
erasure-copy-handed_out = أرشيف مختوم ربما أخذه من يحق له فتحه
erasure-copy-client_part = ما أخذه العميل معه
erasure-copy-letter = خطابات أُرسلت أو سُلّمت
erasure-copy-portal = صفحات عُرضت على العميل
erasure-copy-unseen = (لم يُنظر فيه، ولا يعرف بقاءه إلا من يستطيع الوصول إليه)
erasure-theirs = في يد غيرنا
erasure-bags = الأرشيف المختوم في مجلد المؤسسة
erasure-second = تأكيد الشخص الثاني
erasure-second-note = يُنفَّذ فورًا ولا رجوع عنه. وما يُفتح هنا من الأرشيف يُختم من جديد من دون ما يُمحى، ولمن كان يحق لهم فتحه أنفسهم، ويُزال القديم.
erasure-read = قرأتُ ما يُمحى وما يبقى والنسخ التي لا يبلغها المحو
erasure-read-missing = تُعلَّم الخانة بعد القراءة.
erasure-same-person = الاقتراح منكم، فيؤكده غيركم: صاحب النسخة أو من له دور المالية.
erasure-alone = ليس في المؤسسة غيركم ليقرأ هذا شخصًا ثانيًا. لكم أن تؤكدوه بأنفسكم ابتداءً من { $day }، بعد يوم على الأقل من اقتراحه، ويذكر الفهرس أن التأكيد كان منفردًا.
erasure-alone-confirm = التأكيد منفردًا
erasure-confirm = المحو الآن
erasure-withdraw = سحب الاقتراح

reseal-phrase = عبارة مروره
reseal-key = مفتاح أحد من يحق لهم فتحه
reseal-hint = إن تُرك فارغًا بقي الأرشيف كما هو وذُكر بين النسخ التي لم يبلغها المحو.
reseal-readers-hint = من كان يحق لهم فتحه أنفسهم: سطر لكل واحد فيه الاسم ثم مفتاح age العام (age1…)، من دون من يعرف عبارة المرور.
reseal-not-yours = ليس لكم أن تختموا أرشيف هذا الملف. يُترك الحقل فارغًا أو يُطلب ممن له ذلك.
reseal-shut = هذا لا يفتح الأرشيف. لم يُمحَ شيء.
reseal-readers = ليس هؤلاء من يحق لهم فتح الأرشيف، أو ليس بينهم من يفتحه الآن. لم يُمحَ شيء.
reseal-broken = لم يعد الأرشيف كما كان، فلا يُختم من جديد. يُترك الحقل فارغًا فيُذكر بين ما لم يبلغه المحو.

erasure-scope-all = كل ما يخص { $client } عدا سجلات ملفاته
erasure-scope-client = سجلات { $client }: { $what }
erasure-scope-older = رسائل { $client } وساعاته وعلاماته الأخرى قبل { $day }
erasure-scope-case = ما قيل في الملف { $case } لدى { $client }
erasure-scope-a-case = ما قيل في ملف واحد لدى { $client }
erasure-scope-papers-stay = { $what }، وتبقى أوراق حسابه لأن النظام يوجب حفظها
erasure-scope-own-parts = الإجابات عن نصيبنا من المشكلة في الملف { $case } لدى { $client }
erasure-scope-own-parts-a-case = الإجابات عن نصيبنا من المشكلة في ملف واحد لدى { $client }
erasure-scope-member = هوية { $member } وما قاله في الملفات
erasure-scope-person = شخص في سجلات { $client }، علامته { $mark }
erasure-scope-prospect = كل ما دُوّن عن العميل المحتمل { $prospect }
erasure-scope-win = قيد عميل كسبناه، أُدخل يدوياً: { $win }

matter-episodes = ما قيل عن نتائج الرصد
matter-exit = كلفة الإنهاء
matter-particulars = ما ذُكر عن الحساب
erased-clients = قيود في قائمة العملاء
erased-separate_clients = أسماء متشابهة ليست واحدة
erased-holds = إيقافات للعمل
erased-contract_texts = نصوص العقود
erased-contract_terms = ما قيل عن شروط العقود
erased-corrections = خلايا مصححة
erased-changes = صور سابقة للسجلات
erased-runs = قيم في تقارير الاستيراد
erased-case_entries = ما قيل في الملفات
erased-case_files = مستندات الملف المختومة
erased-client_packages = حزم أُعدّت ليأخذها العميل معه
erased-own_parts = الإجابات عن نصيبنا من المشكلة
erased-outbox = رسائل بريد مطلوبة
erased-client_links = روابط العميل
erased-invites = أسماء في الدعوات
erased-sessions = جلسات
erased-recipients = صلاحيات استلام البلاغات
erased-person_names = صور كتابة الاسم
erased-members = قيود في قائمة الأعضاء
erased-exit_wins = عملاء كسبناهم، أُدخلوا يدوياً
erased-lesson_log = قيود عميل محتمل
erased-keys = مفاتيح
erased-uploads = ملفات تنتظر الاستيراد
erased-files = أرشيف وملفات كانت تنتظر

destroyed-title = ما أُتلف
destroyed-lede = { $n ->
        [0] لم يُمحَ شيء بعد.
        [one] في قائمة المحو عملية واحدة.
        [two] في قائمة المحو عمليتان.
        [few] في قائمة المحو { $n } عمليات.
        [many] في قائمة المحو { $n } عملية.
       *[other] في قائمة المحو { $n } عملية.
    }
destroyed-note = يبقى هذا الفهرس دائمًا، ولا يذكر الناس إلا بأرقام وعلامات. والسطر سطر قائمة المحو، وهي بعيدة عن النسخ الاحتياطية ويُعاد تنفيذها بعد كل استعادة.
destroyed-head-what = ماذا
destroyed-head-gone = كم
destroyed-head-why = لماذا
destroyed-head-who = من
destroyed-proposed-by = صاحب الاقتراح
destroyed-proposed-on = تاريخ الاقتراح
destroyed-confirmed-by = صاحب التأكيد
destroyed-confirmed-on = تاريخ التأكيد
destroyed-head-copies = ما لم يبلغه
destroyed-line = السطر { $line } من القائمة
destroyed-proposed = اقترحه { $who } في { $day }
destroyed-confirmed = أكده { $who } في { $day }
destroyed-alone = أكده { $who } في { $day } منفردًا بعد مهلة، إذ لم يكن في المؤسسة غيره
destroyed-no-copies = لم تُعرف نسخة.
destroyed-listed = السطر { $line }، { $day }: { $what }. { $basis }
destroyed-outside = في القائمة وحدها
destroyed-outside-note = أسطر نُفذت من دون اقتراح في هذه النسخة، أو هي أحدث من النسخة الاحتياطية التي استُعيدت منها.
retention-propose = اقتراح محوه
words-erased-on = مُحيت هذه الكلمات في { $day }. { $basis }. وبقي أنها قيلت.
journal-erased = { $sort ->
        [member] مُحيت كلمات { $what } في { $day }: { $basis }. والسلسلة سليمة.
        [case] مُحيت كلمات الملف { $what } في { $day }: { $basis }. والسلسلة سليمة.
        [own_parts] مُحيت الإجابات عن نصيبنا من المشكلة في الملف { $what } في { $day }: { $basis }. والسلسلة سليمة.
        [win] مُحي قيد عميل كسبناه { $what } في { $day }: { $basis }.
        [prospect] مُحي كل ما دُوّن عن العميل المحتمل { $what } في { $day }: { $basis }.
       *[client] مُحيت كلمات تخص { $what } في { $day }: { $basis }. والسلسلة سليمة.
    }
archives-erased = مُحي ما قيل في هذا الملف، فلم يبقَ ما يُختم.
archives-erased-next = في فهرس ما أُتلف متى كان ذلك ولماذا ومن قام به.
archives-replaced = حلّ محله في { $day } أرشيف من دون ما مُحي، وأُزيل.
archives-removed = أُزيل في { $day } مع ما مُحي حينها. { $basis }.
archives-replaces = خُتم في محل { $digest } من دون ما مُحي.
certificate-write = كتابة الشهادة
certificate-rows = { $what } ({ $n })
certificate-person = اسم شخص وكلماته في: { $what } ({ $n })
certificate-alone = { $who }، منفردًا بعد مهلة، إذ لم يكن في المؤسسة غيره
certificate-rests = تستند إلى السطر { $n } من فهرس ما أُتلف ولا تذكر أكثر منه. بصمة القيد SHA-256: { $digest }، وعلامته في الخطاب: { $mark }
certificate-states = { $what }. { $day }، المنفّذ { $by }، والمتحقق { $verified }.
certificate-beyond = «{ $said }» غير ما أُتلف، أو فيه حذف لما تستند إليه الشهادة.
certificate-beyond-next = لم يُحفظ شيء. يجوز حذف بند منها، أما ما أُتلف غيره فله شهادته.
certificate-unsaid = قالب المؤسسة لا يذكر القيد الذي تستند إليه الشهادة، ويلزم أن يذكر entry.number وentry.mark.
