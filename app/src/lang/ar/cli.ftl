# سطر الأوامر.
cli-about = ختام يرصد علاقات العملاء، ويعين على قرار الإبقاء، ويُحسن الانفصال حين يلزم.
cli-demo-about = عرض مؤسسة متخيَّلة بسجلات سنتين، والدخول جاهز
cli-serve-about = تشغيل نسخة المؤسسة؛ وأول تشغيل يطبع رابطاً يُنشئ صاحبها
cli-import-about = قراءة ملفات برنامج المحاسبة أو الوقت
cli-signs-about = طباعة علامات كل عميل، الأولى بالنظر أولاً
cli-contract-about = ما ينص عليه العقد في انتهائه
cli-contract-read-about = استخراج بنود العقد، كل بند بنصه وموضعه
cli-exit-about = ما يكلّفه إنهاء العلاقة بعميل
cli-exit-simulate-about = محاكاة ستة سيناريوهات في آلاف المستقبلات نفسها، من ملف مُدخلات
cli-notice-about = متى ينتهي الإشعار وحتى متى يُرسل
cli-notice-compute-about = حساب الإشعار باليوم من ملف مُدخلات، خطوة خطوة
cli-letter-about = ما لا يحسن أن يقوله الخطاب
cli-letter-check-about = فحص نبرة الخطاب: ما يجرح أو يهدد أو يَعِد بأكثر مما يلزم، وما ينقص الإشعار؛ والحكم لإنسان
cli-member-about = أعضاء الفريق: قائمتهم ودعوتهم وروابط كلمة مرور جديدة
cli-member-list-about = قائمة الأعضاء
cli-member-invite-about = طباعة رابط انضمام يعمل مرة واحدة خلال ثلاثة أيام
cli-member-reset-about = طباعة رابط لكلمة مرور جديدة يعمل مرة واحدة خلال يوم
cli-archive-about = التحقق من الأرشيف
cli-archive-verify-about = النظر في حزمة (BagIt، RFC 8493): هل هي مكتملة وكل ملف فيها كما كان، مع تسمية ما ليس كذلك
cli-journal-about = التحقق من سجلات الملفات
cli-journal-verify-about = هل كل قيد في كل ملف كما كُتب؟ ويُسمّى ما ليس كذلك
cli-doctor-about = فحص سلامة هذه النسخة، وهل يفتح هاتفٌ في الخارج رابطاً منها
cli-arg-data = مجلد المؤسسة؛ وإلا فمجلد البيانات المعتاد في النظام (أو KHITAM_DATA)
cli-arg-db = قاعدة البيانات: sqlite:PATH أو postgres://…؛ وإلا فملف في مجلد المؤسسة (أو KHITAM_DB)
cli-arg-lang = اللغة: ar أو en؛ وإلا فلغة النظام
cli-arg-help = إظهار هذه المساعدة
cli-arg-version = إظهار رقم الإصدار
cli-arg-listen = عنوان الاستماع على هذا الجهاز
cli-arg-public_url = العنوان الذي يصل به من في الخارج عبر وسيط، مثل https://khitam.example (أو KHITAM_PUBLIC_URL)
cli-arg-files = الملفات: CSV أو XLSX
cli-arg-archive = مجلد الحزمة، وفيه bagit.txt
cli-arg-contract = العقد: TXT أو Markdown أو HTML أو DOCX، بالعربية أو الإنجليزية
cli-arg-file = المُدخلات بصيغة TOML؛ وفي docs/ar/exit.md ملف كامل
cli-arg-terms = المُدخلات بصيغة JSON؛ وفي docs/ar/notice.md ملف كامل
cli-arg-aloud = قراءة الجواب وخطواته جملاً بدل طباعة JSON
cli-arg-letter = الخطاب نصاً بترميز UTF-8؛ يُقرأ باللغة المذكورة في --lang، ومن دونها بلغته أو بلغتيه
cli-arg-letter_kind = نوع الخطاب: إشعار notice أو تذكير reminder أو رد reply أو ضبط حدود boundary
cli-arg-kind = نوع ما في الملفات إن لم تدلّ عليه: invoices أو payments أو time وغيرها
cli-arg-profile = البرنامج الذي صدّر الملفات إن لم يُعرف منها
cli-arg-dates = ترتيب اليوم والشهر والسنة إن لم تحسمه الملفات: dmy أو mdy أو ymd
cli-arg-currency = عملة المبالغ التي لا تذكر عملتها، مثل SAR
cli-arg-due_days = عدد الأيام التي تُستحق بعدها الفواتير حيث لا يبيّن الصف ولا سجل العميل موعدها؛ ويُحفظ للقائمة التالية مثلها
cli-arg-json = الطباعة بصيغة JSON
cli-arg-on = ما كان معلوماً في يوم، مثل 2026-01-31؛ وإلا فاليوم
cli-arg-client = عميل واحد فقط
cli-arg-role = الدور: owner صاحب النسخة أو finance مالية أو member عضو أو adviser مستشار من الخارج
cli-arg-name = الاسم
cli-arg-email = البريد الإلكتروني
cli-usage = الاستعمال:
cli-commands = الأوامر
cli-arguments = المُعطيات
cli-options = الخيارات
cli-why = السبب:
cli-next = الخطوة التالية:

serve-at = ختام على العنوان
serve-first = يُنشأ صاحب النسخة بهذا الرابط، مرة واحدة خلال ساعة:
serve-open = كلمات المرور تمرّ مكشوفة على هذا العنوان. لما هو أوسع من شبكتكم يوضع قبله وسيط https ويُعطى --public-url.
serve-stopped = توقف البرنامج. كل ما حُفظ باقٍ.

member-none = لا أعضاء بعد؛ الأمر khitam serve يطبع الرابط الذي يُنشئ صاحب النسخة.
member-invited = يُسلَّم هذا الرابط إلى صاحبه. يعمل مرة واحدة خلال ثلاثة أيام:
member-resets = يُسلَّم هذا الرابط إلى صاحبه. يعمل مرة واحدة خلال يوم:
member-resets-key = مع كلمة المرور الجديدة مفتاح جديد. ما خُتم بالقديم لا يُفتح له إلا بعد أن يفتحه له أحد قرّائه من جديد.

doctor-good = سليم
doctor-bad = خلل
doctor-disk-good = المساحة الخالية حيث مجلد المؤسسة { $what } ميبي‌بايت.
doctor-disk-low = لم يبقَ حيث مجلد المؤسسة إلا { $what } ميبي‌بايت؛ يلزم إفراغ مساحة.
doctor-disk-unknown = لا يقول هذا النظام كم بقي من مساحة في { $what }؛ يُنظر فيها يدوياً.
doctor-database-good = قاعدة البيانات تُفتح: { $what }
doctor-database-none = لا قاعدة بيانات بعد في { $what }؛ الأمر khitam serve يُنشئها.
doctor-database-collation = ترتيب النصوص في القاعدة هو { $what }؛ تُنشأ من جديد مع LC_COLLATE 'C' وتُنقل السجلات إليها.
doctor-database-bad = قاعدة البيانات لا تُفتح: { $what }
doctor-tables-good = جداولها جداول هذا الإصدار.
doctor-tables-older = جداولها متأخرة عن هذا الإصدار بخطوات عددها { $what }؛ التشغيل التالي يحدّثها. تُنسخ أولاً.
doctor-tables-newer = جداولها لإصدار أحدث؛ يُستعمل ذلك الإصدار من khitam.
doctor-file-good = الملف سليم: { $what }
doctor-file-bad = الملف متضرر: { $what }. يُوقف khitam وتُحفظ نسخة من الملف وتُستعاد آخر نسخة احتياطية.
doctor-journal-good = سجلات الملفات سليمة، وعددها { $what }.
doctor-journal-bad = سجلات ملفات عددها { $what } غير سليمة، والأمر ‎khitam journal verify‎ يسمّيها. تُحفظ نسخة من قاعدة البيانات كما هي ثم تُستعاد آخر نسخة احتياطية.
doctor-clock-good = الساعة الآن { $what }.
doctor-clock-behind = الساعة متأخرة: كُتب شيء من قبل في { $what }. تُضبط ساعة الجهاز.
doctor-zone-none = لم تذكر المؤسسة منطقتها الزمنية؛ تُحسب الأيام بتوقيت UTC إلى أن تُذكر في صفحة المؤسسة.
doctor-zone-good = أيام المؤسسة بتوقيت { $what }.
doctor-zone-bad = { $what } ليست منطقة زمنية؛ تُصحَّح في صفحة المؤسسة.
doctor-running-yes = النسخة تعمل الآن على { $what }.
doctor-running-no = لا شيء يعمل الآن على { $what }.
doctor-running-unknown = لم تُشغَّل النسخة بعد على عنوان هذا الجهاز نفسه.
doctor-phone-everyone = نعم، يفتح هاتفٌ في الخارج رابطاً ما دام الوسيط يوصل إلى هذه النسخة.
doctor-phone-open = يفتح هاتفٌ في الخارج رابطاً، لكن كلمات المرور تمرّ مكشوفة؛ يُعطى العنوان العام بصيغة https.
doctor-phone-network = لا، لا تفتح الرابط إلا أجهزة شبكتكم؛ لهاتف في الخارج يُشغَّل البرنامج مع --public-url.
doctor-phone-machine = لا، لا يفتح الرابط إلا هذا الجهاز؛ لهاتف يُشغَّل البرنامج مع --listen أو --public-url.
doctor-phone-unreadable = لا، العنوان العام غير مفهوم؛ ينبغي أن يكون مثل https://khitam.example

fail-usage-unknown = غير مفهوم: { $what }
fail-usage-unknown-next = الأمر khitam --help يعرض الموجود.
fail-usage-missing = ينقص شيء: { $what }
fail-usage-missing-next = الخيار --help بعد الأمر يبيّن ما يلزمه.
fail-usage-value = هذه القيمة غير مفهومة: { $what }
fail-usage-value-next = الخيار --help بعد الأمر يبيّن القيم المقبولة.
fail-usage-other = الأمر غير مفهوم. { $what }
fail-usage-other-next = الأمر khitam --help يعرض الموجود.
fail-no-data-folder = لا يسمّي هذا النظام مجلداً للبيانات.
fail-no-data-folder-next = يُحدَّد بالخيار --data
fail-file = لا يمكن استعمال { $what }. لم يتغيّر شيء.
fail-file-next = يُتحقق من وجوده ومن إذن الكتابة فيه.
fail-busy = قاعدة البيانات مشغولة. لم يتغيّر شيء.
fail-busy-next = تُعاد المحاولة بعد لحظة؛ قد يكون ختام آخر يستورد.
fail-disk-full = القرص ممتلئ. لم يتغيّر شيء.
fail-disk-full-next = تُفرَغ مساحة ثم تُعاد المحاولة.
fail-collation = ترتيب النصوص في القاعدة لا يُعتمد عليه. لم يتغيّر شيء.
fail-collation-next = تُنشأ مع LC_COLLATE 'C' هكذا: createdb --template=template0 --locale=C NAME
fail-db-address = عنوان قاعدة البيانات غير مفهوم.
fail-db-address-next = يُكتب sqlite:PATH أو postgres://USER@HOST/NAME
fail-migration = تعذّر تحديث الجداول. لم يتغيّر شيء.
fail-migration-next = إن كان هذا الإصدار أقدم مما استُعمل آخر مرة فيُستعمل الأحدث.
fail-database = لم تُجب قاعدة البيانات كما ينبغي. لم يتغيّر شيء.
fail-database-next = الأمر khitam doctor يفحصها عن قرب.
fail-public-url = { $what } ليس عنواناً.
fail-public-url-next = يُكتب هكذا: https://khitam.example
fail-listen = لا يمكن الاستماع على { $what }.
fail-listen-next = يُعطى عنوان آخر بالخيار --listen، مثل 127.0.0.1:0 لأي منفذ خالٍ.
fail-listen-taken = برنامج آخر يستمع على { $what }، ولعله ختام نفسه.
fail-listen-taken-next = يُستعمل الذي يعمل، أو يُعطى عنوان آخر بالخيار --listen، مثل 127.0.0.1:0 لأي منفذ خالٍ.
fail-served = انتهى التشغيل بخلل. كل ما حُفظ باقٍ.
fail-served-next = يُشغَّل من جديد؛ والأمر khitam doctor يبحث عن السبب.
fail-no-member = لا عضو بالبريد { $what }.
fail-no-member-next = الأمر khitam member list يعرضهم.

journal-whole = { $n ->
    [0] لا ملفات بعد.
    [one] ملف واحد، وسجله سليم.
    [two] ملفان، وسجلاهما سليمان.
    [few] { $n } ملفات، وسجلاتها كلها سليمة.
    [many] { $n } ملفاً، وسجلاتها كلها سليمة.
   *[other] { $n } ملف، وسجلاتها كلها سليمة.
}
journal-broken = العميل { $client }، الملف { $case }، القيد { $entry }: { $fault }
journal-fault-altered = ليس كما كُتب.
journal-fault-unlinked = لا يتبع القيد الذي قبله.
journal-fault-missing = مفقود.
journal-fault-misshown = السجل سليم، لكن القوائم تُظهر غير ما فيه.
