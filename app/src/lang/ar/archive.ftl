# Archives: what khitam archive verify says of a bag.
bag-valid = الأرشيف سليم: { $files ->
        [0] لا ملفات فيه
        [one] ملف واحد
        [two] ملفان
        [few] { $files } ملفات
        [many] { $files } ملفًا
       *[other] { $files } ملف
    }، والحجم { $bytes ->
        [0] صفر
        [one] بايت واحد
        [two] بايتان
       *[other] { $bytes } بايت
    }؛ كلها موجودة وعلى حالها الأول.
bag-invalid = الأرشيف غير سليم، و{ $n ->
        [one] هذا وجه الخلل فيه:
        [two] فيه خللان:
        [few] فيه { $n } وجوه خلل:
        [many] فيه { $n } وجهًا للخلل:
       *[other] فيه { $n } وجه خلل:
    }
bag-notes = للعلم:
bag-fault-undeclared = الملف { $file } غير موجود: لا شيء يدل على أن هذا المجلد حزمة BagIt.
bag-fault-declaration = { $file }، السطر { $line }: «{ $about }» ليس النص الواجب هنا حرفًا بحرف.
bag-fault-version = { $file }، السطر { $line }: «{ $about }» إصدار من BagIt غير معروف هنا (المعروف من 0.93 إلى 1.0).
bag-fault-encoding = { $file }، السطر { $line }: «{ $about }» ليس ترميزًا معروفًا للنصوص.
bag-fault-not_text = الملف { $file } غير مكتوب بترميز { $about }.
bag-fault-no_payload = المجلد { $file } غير موجود: لا محتوى محفوظًا في هذه الحزمة.
bag-fault-no_manifest = لا قائمة تبيّن ما وُضع في الحزمة: لا وجود للملف { $file } ولا لما يماثله.
bag-fault-line = { $file }، السطر { $line }: «{ $about }» ليس بصمةً يتبعها مسار.
bag-fault-outside = { $file }، السطر { $line }: «{ $about }» مسار يخرج عن الموضع المسموح به.
bag-fault-twice = { $file }، السطر { $line }: سبق إدراج { $about }.
bag-fault-missing = الملف { $file } مفقود، وهو مدرج في { $about }، السطر { $line }.
bag-fault-unfetched = الملف { $file } لم يصل بعد: يبيّن fetch.txt من أين يُجلب. يُجلب أولًا ثم يعاد التحقق.
bag-fault-unlisted = الملف { $file } غير مدرج في { $about }: أُضيف لاحقًا أو اقتُطعت قائمته.
bag-fault-altered = الملف { $file } لم يعد كما كان. { $about }
bag-fault-oxum = ما عدّه { $file } من البايتات والملفات يخالف الموجود: { $about }
bag-fault-special = { $file } ليس ملفًا ولا مجلدًا، ولا تحفظ الحزمة غيرهما.
bag-fault-unreadable = تعذّرت قراءة { $file }: { $about }
bag-note-algorithm = الملف { $file } بخوارزمية «{ $about }» غير المعروفة هنا، فلا يثبت شيئًا.
bag-note-weak = البصمات من نوع { $about } فقط، ويمكن لمن يتعمد أن يزوّرها، وهي كافية لكشف التلف العارض.
bag-note-dotted = { $file }، السطر { $line }: يبدأ { $about } بنقطة، وقُرئ من دونها.
bag-note-repeated = { $file }، السطر { $line }: سبق إدراج { $about } بالبصمة نفسها.
bag-note-case = لا يختلف المسار { $file } عن مسار آخر إلا في حالة الأحرف اللاتينية، وبعض الأنظمة تعدّهما واحدًا.
bag-note-unbound = الملف { $file } غير مدرج في قوائم ملفات الوصف، فلو تغيّر لما ظهر تغيّره.
bag-signed = وُقّع بهذا المفتاح، ويُسأل صاحبه عنه للتأكد: { $key }
bag-signature-false = التوقيع لا يطابق الموجود: غُيّر شيء منه، أو كان التوقيع لغيره.
archive-sealed = خُتم { $files ->
        [0] لا شيء
        [one] ملف واحد
        [two] ملفان
        [few] { $files } ملفات
        [many] { $files } ملفًا
       *[other] { $files } ملف
    } في { $folder }، ثم فُتح المختوم في قاعدة بيانات فارغة وخرج كل شيء كما دخل. يُحفظ هذا الرقم بعيدًا عنه، فهو يثبت أن شيئًا لم يتغير: { $sha256 }
archive-opened = فُكّ { $files ->
        [0] لا شيء
        [one] ملف واحد
        [two] ملفان
        [few] { $files } ملفات
        [many] { $files } ملفًا
       *[other] { $files } ملف
    } في { $folder }، وكل ملف كما كان.
archive-how =
    هذا المجلد أرشيف مختوم، وهو حزمة (BagIt، RFC 8493) أجزاؤها مشفرة ببرنامج age. لا يلزم لفتحه برنامج ختام، وكل سطر مزاح أدناه أمر يُنفَّذ داخل هذا المجلد.

    للتحقق منه من دون مفتاح:
        bagit.py --validate .
        sha256sum -c manifest-sha256.txt
    للتحقق من التوقيع، ويُعرف صاحب المفتاح signer.pem من مصدر آخر:
        openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in tagmanifest-sha256.txt -sigfile tagmanifest-sha256.txt.sig
    لفتحه يوضع الملف الذي أنشأه لك age-keygen مكان YOUR-KEY. ومن عنده عبارة المرور يُنشئ هذا الملف أولًا ثم يحذفه بعد الفراغ منه:
        age -d -o YOUR-KEY key.age
    ثم يُسمّى مكان NEW-FOLDER مجلد غير موجود:
        mkdir NEW-FOLDER
        for part in data/part-*.tar.age; do age -d -i YOUR-KEY "$part" | tar -x -C NEW-FOLDER; done
    والناتج حزمة كذلك، ودليل ما فيها هو الصفحة data/index.ar.html:
        bagit.py --validate NEW-FOLDER

    وببرنامج ختام: khitam archive verify FOLDER ثم khitam archive open FOLDER --key YOUR-KEY --into NEW-FOLDER

    محتواه: في records جدول لكل نوع من السجلات، ويبيّن dictionary.csv ما في كل عمود؛ وفي journal/entries.jsonl كل ما جرى في الملف، وكل سطر مربوط بما قبله ببصمته؛ وفي contracts نصوص العقود وما أُكّد من بنودها؛ وفي documents ما سُلّم من مستندات.
fail-passphrase = السطر الأول من { $what } فارغ، ومكانه عبارة المرور.
fail-passphrase-next = تُكتب عبارة المرور في السطر الأول.
fail-archive-key = لم يُختم { $what } لهذا المفتاح، أو عبارة المرور غير صحيحة.
fail-archive-key-next = يُستعمل مفتاح أحد القراء المسمّين له.
fail-archive-damaged = الأرشيف تالف عند { $what }.
fail-archive-damaged-next = يسمّي khitam archive verify كل جزء تالف؛ ويؤخذ من نسخة أخرى.
fail-archive-strange = في الأرشيف { $what } وليس مكانه هنا. لم يُفكّ شيء بعده.
fail-archive-strange-next = تُطلب نسخة أخرى ممن صنعه.
fail-archive-there = { $what } موجود من قبل. لم يُستبدل شيء.
fail-archive-there-next = يُسمّى مجلد غير موجود.
fail-archive-inner = ما فُكّ في { $what } غير سليم.
fail-archive-inner-next = يسمّي khitam archive verify على ذلك المجلد كل خلل فيه.
fail-archive-no-case = ليس للعميل { $what } ملف يصلح للأرشفة.
fail-archive-no-case-next = يعرض khitam signs مفاتيح العملاء؛ ولا يؤرشف الملف إلا بعد ختم حزمة إقفاله.
fail-archive-open-case = لا يمكن أرشفة ملف العميل { $what } بعد.
fail-archive-open-case-next = يُجمع ما يأخذه العميل معه منذ بدء المرحلة الانتقالية، ويُختم ما تحتفظون به بعد ختم حزمة الإقفال.
fail-archive-differs = لم يُختم شيء: عند الفتح اختلف هذا عما دخل: { $what }
fail-archive-differs-next = يبيّن khitam journal verify وkhitam doctor حال قاعدة البيانات.
fail-archive-reader = { $what } ليس مفتاح age عامًا.
fail-archive-reader-next = يبدأ المفتاح بـage1، ويصنعه age-keygen.
fail-archive-document = تعذّر ختم { $what }.
fail-archive-document-next = لا تُختم إلا الملفات والمجلدات؛ يُخرج أو يُتاح للقراءة.
fail-archive-index = تعذّر إعداد صفحة دليل الأرشيف. لم يُختم شيء.
fail-archive-index-next = يُعاد الأمر؛ ويبيّن khitam doctor حال هذه النسخة.
archive-index-title = { $client }: المحفوظ من الملف
archive-index-lede = ختمت { $firm } ملف { $client } بعد انتهاء العلاقة. هذه الصفحة دليل إلى ما فيه، ولا يلزم لقراءته شيء آخر.
archive-index-other = English
archive-index-files = الملفات
archive-index-file = الملف
archive-index-holds = محتواه
archive-index-bytes = بايت
archive-index-course = ما جرى
archive-holds-journal = كل ما جرى في الملف، سطرًا لكل حدث، وكل سطر مربوط بما قبله ببصمته؛ وما لا يُفتح لقرائه تبقى منه بصمته وحدها
archive-holds-dictionary = ما في كل عمود من الجداول: المبالغ عشرية بعملة السطر، والأعلام 0 أو 1
archive-holds-afterwards = ما تُوبع بعد الإقفال، سطرًا لكل قيد: مرات النظر مجددًا، والصلاحيات، وما قيل عنا، والبنود التي تبقى سارية
archive-holds-contracts = نصوص العقود، وما أُكّد من بنودها
archive-holds-letters = صيغة من خطاب
archive-holds-client = حزمة الإقفال كما استلمها العميل
fail-passphrase-short = عبارة المرور في { $what } قصيرة، والأرشيف قد يكون حيث يستطيع أي أحد أن يحاول فتحه.
fail-passphrase-short-next = اثنا عشر حرفًا أو أكثر؛ وأربع كلمات عشوائية يسهل حفظها.
fail-archive-own-parts = الأجوبة عن نصيبنا من المشكلة في ملف العميل { $what } تزول قبل ختمه. لم يُختم شيء.
fail-archive-own-parts-next = يُختم الملف من صفحته «الأرشيف»، أو يُضاف الخيار --summarised فتُتلف الأجوبة ويبقى ما خلصت إليه في مراجعة استخلاص الدروس.
fail-archive-keyless = مفتاح هذا الملف للعميل { $what } ليس في مجلد المؤسسة، فلا يُقرأ شيء مما قيل فيه. لم يُختم شيء.
fail-archive-keyless-next = يُسمّى بالخيار --data المجلد الذي فيه المفاتيح.
archive-holds-client-page = صفحة العميل كما عُرضت عليه نسخة بعد نسخة، وجدول يبيّن لمن فُتحت كل نسخة ومتى
archive-served-title = صفحة { $client }، النسخة { $n }
archive-served-client = كانت مفتوحة برابط سُلّم إلى { $names }، من { $from } إلى { $until }.
archive-served-successor = ما كان يراه من يتولى العمل بعدنا برابط سُلّم إلى { $names }، من { $from } إلى { $until }.
archive-served-paper = سُلّمت مطبوعة في { $from }.
archive-served-unnamed = شخص مُحي اسمه
archive-served-at = { $day }، { $time }
archive-holds-given = ملف سُلّم إلى العميل في صفحته، أو جدول هذه الملفات بأسمائها وبصماتها
archive-holds-proofs = ملف يثبت شيئًا تم
archive-holds-findings = نتائج الرصد التي بدأ منها الملف، وكل نتيجة مع الصفوف التي تستند إليها
archive-holds-obligations = ما كان على كل طرف، وما يثبت أنه أُدّي
archive-holds-account = الحساب كما ثُبّت، والكشف الذي وصل العميل
archive-holds-documents = مستند سُلّم للحفظ
archive-theirs-title = ما تسلّمه { $firm } إلى { $client }
archive-theirs-lede = سجلات العمل المشترك التي هي لكم كما هي لنا، والعقود، وما قيل لكم. يُفتح كل ذلك ببرامج عادية، وتثبت القائمة manifest-sha256.txt أن شيئًا لم يتغيّر.
archive-scope-ours = الملف الذي نحتفظ به
archive-scope-theirs = ما يأخذه العميل معه
archive-scope-privileged = ما قاله المستشار القانوني
go-archives = الأرشيف
archives-title = الأرشيف
archives-lede = ماذا نحفظ، ولمن، وماذا يأخذ العميل معه؟
archives-note = لا يفتح ما نحفظه إلا لقرّائه، ويستطيع أي أحد أن يتحقق من سلامته بلا مفتاح، أما ما يأخذه العميل معه فمفتوح. ولما قاله المستشار القانوني أرشيف مستقل، أما الإجابات عن نصيبنا من المشكلة فليست في أي منها.
archives-here = ما أُرشف
archives-none = لم يُؤرشف شيء بعد.
archives-made = أعدّه { $who } في { $day }، وفيه { $files ->
        [one] ملف واحد
        [two] ملفان
        [few] { $files } ملفات
        [many] { $files } ملفًا
       *[other] { $files } ملف
    }.
archives-by-command = سطر الأوامر
archives-elsewhere = وضعه سطر الأوامر في مجلد اسمه { $name }، وليس في مجلد المؤسسة؛ فابحثوا عنه حيث وُضع.
archives-readers-are = يفتح لـ: { $names }.
archives-get = تنزيل
archives-why = ما الحاجة إلى الأرشيف؟
archives-why-note = فيه علاقة كاملة محفوظة لغرض. ويدوّن سجل الملف من أخذه ومتى ولماذا، ثم هو في عهدة من أخذه.
archives-why-counsel = يدوّن سجل الملف من أخذه ومتى ولماذا. ويقرأ السبب كل من يرى الملف، فلا يُكتب فيه شيء من كلام المستشار القانوني.
archives-reason = السبب
archives-reason-missing = يُكتب ما الحاجة إليه.
event-ArchiveFetched = أخذ { $who } نسخة من أرشيف.
archives-check = التحقق من السلامة
archives-theirs-note = الفواتير والدفعات والتسليمات والعقود والخطابات والملفات التي في صفحتهم وحزمة الإقفال، بصيغ مفتوحة في ملف ZIP موقّع. ليس فيه شيء من رأينا فيهم. يُسلَّم إليهم ثم يُسجَّل ردّ بياناتهم.
archives-pack = إعداد الحزمة
archives-seal = ختم الملف
archives-seal-note = يُفتح من جديد في قاعدة بيانات فارغة ويُقارن بما فيها قبل أن يُعدّ مختومًا.
archives-readers = من يحق له فتحه
archives-readers-hint = سطر لكل واحد: الاسم ثم مفتاح age العام (age1…). ويحسن أن يكون بينهم أحد من خارج المكتب، فمن فقد كل المفاتيح فقد الأرشيف.
archives-reader-wrong = السطر { $line } يلزمه اسم ثم مسافة ثم مفتاح يبدأ بـ age1.
archives-nobody = يلزم تسمية أحد أو اختيار عبارة مرور، فما لا يفتحه أحد ليس أرشيفًا.
archives-phrase = عبارة المرور
archives-phrase-hint = مع ما سبق أو بدلًا منه. اثنا عشر حرفًا أو أكثر، وأربع كلمات عشوائية يسهل حفظها.
archives-phrase-short = يلزم اثنا عشر حرفًا أو أكثر.
archives-phrase-differs = ليست هذه عبارة المرور نفسها.
archives-again = عبارة المرور مرة أخرى
archives-holder = من يعرف عبارة المرور
archives-holder-missing = يُكتب من يعرفها، كي يُسأل أحد بعد سنوات.
archives-seal-do = ختم ما نحتفظ به
archives-seal-privileged = ختم ما قاله المستشار القانوني
archives-checked = آخر تحقق في { $day }: { $whole ->
        [yes] كان سليماً.
       *[no] لم يكن كما أُعدّ.
    }
archives-since = { $n ->
        [one] سُجّل بعد الانفصال شيء واحد منذ خُتم، وليس فيه. يُختم غيره ليضمه، بعد آخر نظر مجدداً على الأكثر.
        [two] سُجّل بعد الانفصال شيئان منذ خُتم، وليسا فيه. يُختم غيره ليضمهما، بعد آخر نظر مجدداً على الأكثر.
        [few] سُجّلت بعد الانفصال { $n } أشياء منذ خُتم، وليست فيه. يُختم غيره ليضمها، بعد آخر نظر مجدداً على الأكثر.
        [many] سُجّل بعد الانفصال { $n } شيئاً منذ خُتم، وليست فيه. يُختم غيره ليضمها، بعد آخر نظر مجدداً على الأكثر.
       *[other] سُجّل بعد الانفصال { $n } شيء منذ خُتم، وليست فيه. يُختم غيره ليضمها، بعد آخر نظر مجدداً على الأكثر.
    }
archives-note-check = تسجيل هذا التحقق
archives-note-check-note = يُنظر فيه مرة أخرى، ويُذكر في السجل اليوم وما تبيّن.
event-ArchiveChecked = تحقق { $who } من أرشيف: { $whole ->
        [yes] هو سليم.
       *[no] ليس كما أُعدّ.
    }
archives-all = كل الأرشيفات
archives-all-note = لكل ملف تشاركون فيه. وقد فُتح كلٌّ منها من جديد وقورن حين أُعدّ، ويُتحقق منه ثانيةً من صفحته.
archives-count = { $n ->
        [0] *لا أرشيف* هنا.
        [one] *أرشيف واحد.*
        [two] *أرشيفان.*
        [few] *{ $n } أرشيفات.*
        [many] *{ $n } أرشيفاً.*
       *[other] *{ $n } أرشيف.*
    }
archives-find-client = العميل
archives-any-scope = أياً كان ما فيه
archives-any-state = أياً كانت حاله
archives-find = بحث
archives-what = ما فيه
archives-when = أُعدّ في
archives-by = أعدّه
archives-case = الملف
archives-until = يُحفظ حتى
archives-stands = حاله
archives-looked = آخر تحقق
archives-whole = سليم
archives-digest = بصمة SHA-256
archives-open = مفتوح لمن هو عنده
archives-held = يحفظه وقف الإتلاف
archives-stopped = يبقى بتوجيه من الإدارة
archives-waits = لم تبدأ مدته بعد
archives-gone = لم يعد هنا
archives-state-standing = قائم
archives-state-replaced = حلّ غيره محله
archives-state-erased = مُحي
archives-check-title = التحقق من أرشيف
archives-other = هو سليم، لكنه غير الذي خُتم هنا: استبدله أحد.
archives-broken-next = تُحفظ هذه النسخة كما هي، ويؤخذ الأرشيف من مكان آخر هو فيه. وإن لم يوجد فيُعدّ أرشيف جديد.
archives-signed-ours = موقّع بمفتاح هذه المؤسسة.
archives-signed-other = موقّع بمفتاح ليس لهذه المؤسسة.
event-ArchiveKept = { $scope ->
        [theirs] أعدّ { $who } ما يأخذه العميل معه.
        [privileged] ختم { $who } ما قاله المستشار القانوني وتأكد من أنه يفتح.
       *[ours] ختم { $who } الملف وتأكد من أنه يفتح.
    }
said-readers = يفتح لـ
archive-packed = وُضع في { $folder } { $files ->
        [one] ملف واحد
        [two] ملفان
        [few] { $files } ملفات
        [many] { $files } ملفًا
       *[other] { $files } ملف
    } مع قائمة بصماتها وتوقيع عليها. يُسلَّم المجلد، ويُحفظ هذا الرقم لأنه يثبت ما سُلِّم: { $sha256 }
fail-archive-missing = يربط السجل ملفًا بصمته SHA-256 هي { $what } ولا يفتح هنا. لم يُختم شيء.
fail-archive-missing-next = يبيّن khitam doctor هل الملفات المحفوظة سليمة، ويؤخذ الملف من نسخة احتياطية.
archives-keyless = مفتاح هذا الملف ليس في مجلد المؤسسة، فلا يُقرأ شيء مما قيل فيه. لم يُختم شيء.
archives-keyless-next = يُطلب ممن يدير هذه النسخة أن يستعيد المفاتيح.
archives-missing = مستند يربطه السجل لا يفتح هنا. لم يُختم شيء.
archives-missing-next = يُطلب ممن يدير هذه النسخة تشغيل khitam doctor واستعادة المستند من نسخة احتياطية.
archives-differs = لم يخرج عند فتحه كما دخل. لم يُختم شيء.
archives-differs-next = يُطلب ممن يدير هذه النسخة تشغيل khitam doctor ثم khitam journal verify.
archive-privileged-title = { $client }: ما قاله المستشار القانوني
archive-privileged-lede = تحفظ { $firm } على حدة ما قاله المستشار القانوني في ملف { $client }. هو سري بحكم المهنة، ولا يُعطى لأحد إلا بإذنه.
archive-report-title = { $client }: ملف مقيّد
archive-report-lede = ختمت { $firm } هذا الملف لأشخاص سُمّوا واحدًا واحدًا، ولم تحتفظ بنسخة من هذا الأرشيف. وهو يخص أشخاصًا، فلا يُطلع عليه إلا من يلزمه أن يعرف.
archive-holds-report = نص البلاغ كما قُدّم، ومن يقرؤه
archive-holds-evidence = مرفق جاء مع البلاغ، أو جدول المرفقات بأسمائها وبصماتها
archive-holds-compartment = ما لا يعلمه إلا المستشار القانوني ومسؤول الالتزام، سطرًا لكل قيد، وكل سطر مربوط بما قبله ببصمته
