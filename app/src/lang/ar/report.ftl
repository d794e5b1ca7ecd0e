# الإبلاغ بسرّية.
reports-title = الإبلاغ بسرّية
reports-lede = ما لا يُوزن بالمال يُقال هنا، ولا يقرؤه إلا من تختارون.
reports-adviser-lede = هنا ما خُتم لكم.
reports-sealed = يُختم البلاغ قبل حفظه. لا قائمة ولا عدد ولا تصدير ولا رسالة خارج هذه الصفحة تدلّ على وجوده.
reports-filed = حُفظ بلاغكم مختوماً.
reports-filed-next = يراه قرّاؤه عند دخولهم التالي. لم تُرسَل رسالة، ولا يظهر في أي موضع آخر من ختام.
reports-new = تقديم بلاغ
reports-discomfort = أشعر بعدم ارتياح
reports-who = من يتسلّم البلاغات
reports-nobody-yet = لم يُسمَّ بعد من يتسلّم البلاغات: يسمّي صاحب النسخة اثنين، أحدهما غيره. وإلى ذلك الحين يُعِدّ النموذج إفادة للطباعة ولا يحفظ شيئاً.
reports-readable = المفتوح لكم
reports-readable-note = ما خُتم لكم أو أبقيتموه لأنفسكم؛ لا يرى هذا القسم غيركم.
reports-new-key = لكم مفتاح جديد منذ
reports-new-key-how = ما خُتم بالمفتاح القديم يبقى مغلقاً أمامكم، ومنه بلاغ قدّمتموه وأردتم متابعته. لم يضِع منه شيء: كلّموا أحد قرّائه بأنفسكم، فيفتحه لكم من جديد.
recipient-owner = صاحب النسخة
recipient-member = عضو
recipient-adviser = مستشار من الخارج
recipient-new-key = مفتاح جديد منذ

report-new-title = تقديم بلاغ
report-new-lede = ماذا حدث؟
report-new-note = دقيقتان تكفيان، ولا يلزمكم دليل، ومرة واحدة تكفي. اذكروا ما رأيتم أو عرفتم، ودعوا الحكم لغيركم.
report-rather-discomfort = لا تجدون له اسماً، غير أنكم لا ترتاحون؟ لذلك باب آخر.
report-kind = موضوع البلاغ
report-kind-discomfort = عدم ارتياح
report-kind-disrespect = قلة احترام
report-kind-harassment = تحرش
report-kind-bullying = تنمر
report-kind-discrimination = تمييز
report-kind-threat = تهديد
report-kind-safety = سلامة شخص
report-kind-data_abuse = إساءة استعمال بيانات
report-kind-illegal_suspected = مخالفة للقانون يُشتبه فيها
report-kind-illegal_known = مخالفة للقانون معلومة
report-kind-unethical = طلب غير أخلاقي وإن لم يخالف القانون
door-group-wrong = خطأ في كل حال، أو مخالف للقانون
door-group-interpretation = قد يُفهم على أكثر من وجه
report-door = طريقة النظر فيه
report-door-change = النظر فيه بطريقة أخرى
report-door-hint = يتحدّد الطريق بما ذكرتم أعلاه، وأنتم أعلم إن كان غيره أنسب.
report-door-by-act = بحسب ما ذُكر أعلاه
door-how-discomfort = حماية في الحال، من غير سؤال عمّا حدث. وينتهي حين تقولون.
door-how-interpretation = يقرؤه شخص ثانٍ، ويُسمع الطرف الآخر، وقد يتبيّن أن له تفسيراً.
door-how-wrong = حماية في الحال، وسؤال المستشار القانوني، ثم قرار: من يتصرف وكيف ومتى.
report-client = أيّ عميل؟
report-at = متى حدث ذلك
report-time = في أي ساعة، إن كنتم تذكرونها
report-text = بكلماتكم
report-what = نص البلاغ
report-text-hint = ما قيل أو فُعل، وكيف عرفتم به. الأسماء عند الحاجة فقط.
report-more = تفاصيل أخرى إن شئتم: أين حدث، ومن رآه، وملفات
report-target = من المقصود به
target-ours = أحدنا
target-theirs = أحدهم
target-third_party = شخص آخر
report-known-by = كيف عرفتم به
known-by-know = رأيته أو سمعته أو هو عندي مكتوب
known-by-suspect = أشتبه فيه
report-channel = أين
report-channel-hint = اجتماع أو مكالمة أو محادثة أو خطاب.
report-witnesses = من رآه أيضاً
report-files = ملفات
report-files-hint = صور أو رسائل أو تسجيلات: خمسة ملفات على الأكثر، كل منها إلى { $what } ميغابايت. تُختم كما يُختم البلاغ، ولا توضع على القرص مفتوحة.
report-files-held = هذه الملفات جاءت مع النموذج وما زالت هنا:
report-files-again = لم تعد الملفات التي أُرفقت بالنموذج موجودة. يلزم اختيارها من جديد.
report-files-lost = يلزم اختيار هذه الملفات من جديد:
report-files-lost-how = كل ما كتبتموه غير ذلك ما زال هنا، ولم يُحفظ شيء بعد. ويمكن حفظ البلاغ من دونها وإضافتها لاحقاً.
report-files-choose = اختيار الملفات
report-file-too-large = أحد الملفات أكبر من الحد.
report-files-too-many = عدد الملفات أكبر من الحد.
report-file-size = { $n } كيلوبايت
report-no-file = اختاروا ملفاً أولاً.
report-asks = ما المطلوب
asks-act = التصرف في الأمر
asks-how-act = من يقرؤه يحميكم أولاً، ولا يكلّم العميل إلا بعلمكم.
asks-record_only = التدوين فقط
asks-how-record_only = تُعرض عليكم الحماية، ولا يذهب أحد إلى العميل بسببه. ولكم تغيير ذلك في أي وقت.
asks-short-act = التصرف
asks-short-record_only = التدوين فقط
report-not-secret = ما لا يمكن أن يبقى سراً:
report-not-secret-how = إن كان أحد في خطر، أو أوجب القانون ذلك، لزم من يقرؤه أن يتصرف؛ ولا يعلم حينئذ إلا أقل عدد ممكن، وأنتم أول من يعلم. ومن يشارك في حمايتكم لا بد أن يعرف السبب.
report-readers = من سيقرؤه
report-readers-hint = أزيلوا العلامة عمّن لا تريدون أن يقرأه. ولن يستطيع أحد أن يفتحه له لاحقاً.
report-cannot-file = لا أحد بعدُ يمكن أن يتسلّمه، فلا يمكن حفظ شيء هنا. يُعِدّ النموذج إفادة للطباعة.
report-unnamed = من غير ذكر اسمي
report-unnamed-hint = لا يرى القرّاء عندئذ اسماً. وقد يدلّ عليكم ما تكتبون.
report-keep = أريد الاطلاع عليه ومتابعته لاحقاً
report-keep-hint = يُفتح بمفتاحكم، ولا شيء مما يُحفظ يدلّ على أنه لكم. ومن غير ذلك لا يمكنكم الرد هنا على ما يُعرض عليكم.
report-file = ختم وحفظ
report-print = إعداد إفادة للطباعة
report-print-hint = تظهر الإفادة مرة واحدة ولا تُحفظ في أي مكان، ولا تدخل فيها الملفات.
report-filed-on = قُدّم في
report-by = المُبلِّغ
report-by-unnamed = طلب عدم ذكر اسمه
report-the-reporter = المُبلِّغ
report-the-reporter-first = المُبلِّغ
report-read-by = مفتوح لـ
report-kept = والمُبلِّغ
report-own = بلاغكم
report-due = الخطوة التالية
report-no-text = لم يُكتب شيء.
report-added = أُضيف لاحقاً
report-files-title = ملفات
report-attach = إضافة ملف
report-attach-file = الملف

report-line-closed = مغلق
report-line-nothing = لا شيء مستحق الآن
report-line-next = { $task }، قبل نهاية { $day }
report-ways = صفحات هذا البلاغ
report-lede-next = *{ $task }* قبل نهاية { $day }. الأمر عند { $names }.
report-lede-next-yours = *{ $task }* قبل نهاية { $day }. الأمر عندكم.
report-lede-late = *{ $task }*: فات موعده يوم { $day }. الأمر عند { $names }.
report-lede-late-yours = *{ $task }*: فات موعده يوم { $day }. الأمر عندكم.
report-lede-nothing = *لا شيء مستحق الآن.* والحماية مستمرة حتى تُنهى.
report-lede-closed = *هذا البلاغ مغلق.* وما تمّ فيه يبقى مدوّناً هنا.
report-note-record-only = طُلب التدوين فقط. لا يذهب أحد إلى العميل من غير علم المُبلِّغ.
report-note-counsel-stop = أوقف المستشار القانوني هذا الملف. والحماية مستمرة.
report-note-no-word = كلمة المستشار القانوني: لا يُقال للعميل شيء الآن.
report-note-no-hold = كلمة المستشار القانوني: لا يظهر أي إيقاف. يمضي العمل في ظاهره كالمعتاد.
report-note-hold = العمل لهذا العميل موقوف. لا يرى غيركم إلا ذلك، ومن يُسأل عنه.
report-broken = سجل هذا البلاغ غير سليم: القيد { $n } { $fault ->
    [altered] عُدّل
    [unlinked] أدخله غير أصحابه
   *[missing] نُزع
}.
report-next = الخطوة التالية
report-is-told = يقرأ المُبلِّغ ما يُكتب هنا.
report-is-not-told = لا يرى المُبلِّغ ما يُكتب هنا.
report-who = الشخص
report-what-was-done = ما الذي تمّ، بإيجاز
report-on = في يوم
report-done = تدوين
approach-safe = هذا الشخص صاحب مكانة، ويأمنه كل أصحاب الشأن
approach-safe-hint = ليس المتضرر، ولا أحداً ممن لهم صلة بما حدث.
approach-knows = المُبلِّغ يعلم بهذا الحديث قبل وقوعه
report-protection = الحماية
report-protection-note = تسري وحدها أياً كان مصير العميل، ولا شيء منها من غير رضا صاحب الشأن.
report-no-measures = لا شيء يحمي أحداً بعد.
measure-says-runs = سارٍ منذ { $day }{ $until ->
    [none] {""}
   *[other] {" حتى "}{ $until }
}. المسؤول عنه { $owner }.
measure-says-offered = عُرض في { $day } وينتظر الجواب. المسؤول عنه { $owner }.
measure-says-declined = عُرض في { $day } ولم يُرغب فيه.
measure-says-ended = انتهى في { $day }.
measure-they-agree = وافق صاحب الشأن
measure-they-decline = لا يرغب فيه صاحب الشأن
measure-new = عرض إجراء حماية أو بدؤه
measure-which = ما الإجراء
measure-consent = الموافقة
measure-consent-ask = عرضه: الجواب لصاحب الشأن أولاً
measure-consent-agreed = وافق عليه صاحب الشأن
measure-owner = المسؤول عنه
measure-since = من
measure-until = حتى، إن كان ينتهي وحده
measure-text = التفاصيل
measure-save = حفظ الإجراء
measure-end = إنهاء هذا الإجراء
measure-end-why = سبب الإنهاء
report-clock = المواعيد
report-clock-all = كل الخطوات، ما تمّ منها وما بقي
report-clock-note = بأيام عمل المؤسسة، من يوم تقديم البلاغ.
due-open = { $n ->
    [0] موعده اليوم
    [one] موعده غداً
    [two] بعد يومين
    [few] بعد { $n } أيام
    [many] بعد { $n } يوماً
   *[other] بعد { $n } يوم
}
due-late = { $n ->
    [one] متأخر يوماً
    [two] متأخر يومين
    [few] متأخر { $n } أيام
    [many] متأخر { $n } يوماً
   *[other] متأخر { $n } يوم
}
due-done = تمّ في { $day }
due-done-late = تمّ متأخراً في { $day }
report-other = تدوين شيء آخر
report-other-what = ماذا
door-change = النظر فيه بطريقة أخرى
door-to = من الآن
door-named = فما الفعل إذن
door-named-same = كما ورد في البلاغ
door-why = السبب
door-knows = المُبلِّغ يعلم بذلك
door-knows-hint = لا تُتّخذ خطوة لا يعلم بها المُبلِّغ، فلا يمكن التغيير من غير علمه.

task-acknowledged = تأكيد الاستلام لصاحب البلاغ
task-how-acknowledged = كلمات قليلة تكفي: أنه قُرئ، ومن قرأه، وما الذي يلي. من غير حكم.
task-protection_decided = الاتفاق على الحماية مع صاحب الشأن
task-how-protection_decided = يُعرض ما ينفع في الحال ويُدوَّن الجواب أياً كان. نقل المتضرر ليس أول ما يُعرض.
task-contact_named = تسمية شخص واحد يُرجع إليه
task-how-contact_named = شخص يمكن الوصول إليه في أي وقت، ويُطلع صاحب الشأن على كل جديد.
task-statement_taken = أخذ الإفادة بكلمات صاحبها
task-how-statement_taken = يقرؤها وله أن يصحّحها. من غير اختصار ولا تخفيف.
task-client_approached = مخاطبة العميل
task-how-client_approached = يكلّم مسؤولاً عندهم شخصٌ صاحب مكانة يأمنه الجميع. ولا يُطلب من المتضرر لقاء أحد أبداً.
task-second_reading = قراءة شخص ثانٍ
task-how-second_reading = غير من أكّد الاستلام، ويحكم وحده قبل الكلام فيه.
task-context_noted = تدوين السياق
task-how-context_noted = ما كان يجري حوله، وكيف يتكلم الناس هناك عادة.
task-pattern_sought = البحث: هل حدث من قبل أو مع غيره
task-how-pattern_sought = في ما هو معروف أصلاً، من غير سؤال الناس.
task-other_side_heard = سماع الطرف الآخر
task-how-other_side_heard = بكلماته، ومن غير ذكر من أبلغ.
task-explained = تدوين أن الأمر اتضح
task-how-explained = لا لوم على أحد: لا من أبلغ ولا من عُني بالبلاغ.
task-not_borne_out = تدوين أنه تبيّن خلاف ذلك
task-how-not_borne_out = مع الأسباب. لا لوم على من أبلغ، ولا يبقى عليه أثر.
task-outcome_told = الإعلام بالنتيجة
task-client_told = إبلاغ العميل بالقرار
task-how-outcome_told = ما تقرّر، وما يتغيّر، وما يبقى سارياً للحماية.
task-how-client_told = من يبلّغ وكيف ومتى كما في القرار؛ ويُكتب ما جرى.
task-retaliation_checked_30 = التحقق من عدم وقوع انتقام، بعد 30 يوماً
task-how-retaliation_checked_30 = بسؤال صاحب الشأن، والنظر في الأجر والمهام والساعات وطريقة المعاملة.
task-retaliation_checked_90 = التحقق من عدم وقوع انتقام، بعد 90 يوماً
task-how-retaliation_checked_90 = بسؤال صاحب الشأن، والنظر في الأجر والمهام والساعات وطريقة المعاملة.
task-retaliation_checked_180 = التحقق من عدم وقوع انتقام، بعد 180 يوماً
task-how-retaliation_checked_180 = بسؤال صاحب الشأن، والنظر في الأجر والمهام والساعات وطريقة المعاملة.
task-closed_by_person = تدوين قول صاحب الشأن إن الأمر انتهى
task-how-closed_by_person = بكلماته.
task-closed = إغلاق البلاغ
task-how-closed = ويبقى سجله.
task-look_again = إعادة النظر في القرار
report-after = ما بعد القرار
report-after-decision = القرار
report-after-bare = لا شيء يحمي أحداً الآن، مع أن القرار قائم.
report-after-reopen = يعيد صاحب القرار النظر فيه بإعادة فتحه. وإلى ذلك الحين يبقى القرار قائماً والحماية سارية.
report-after-reopen-yours = لإعادة النظر فيه يُعاد فتحه في صفحة القرار. وإلى ذلك الحين يبقى القرار قائماً والحماية سارية.
remains-tell = إبلاغ العميل { $how }
remains-protect = { $measure }: إجراء سارٍ حتى يُنهى
remains-protect-until = { $measure }: إجراء سارٍ حتى هذا اليوم
remains-always = بلا موعد
remains-late = فات موعده

own-lede-next = الخطوة التالية: *{ $task }* قبل نهاية { $day }، والأمر عند { $names }.
own-lede-nothing = *لا شيء مستحق الآن.* وما يحميكم مستمر.
own-lede-closed = *انتهى هذا الأمر.* وما تمّ يبقى لكم هنا.
report-own-lede = هذا بلاغكم أنتم. يُفتح بمفتاحكم وبمفاتيح قرّائه.
report-contact = من يُرجع إليه
own-protection = ما يحميكم
own-protection-note = لا شيء منه من غير رضاكم، ولا يضرّكم الرفض أبداً.
own-do-you-agree = هل ينفعكم هذا؟
own-agree = نعم، من فضلكم
own-decline = لا، شكراً
own-done-title = ما تمّ
own-done = { $what } · { $who }
own-nothing-done = لا شيء بعد. يراه قرّاؤه عند دخولهم التالي.
own-clock = ما الخطوات التالية، ومتى
own-what = ما أبلغتم عنه
own-say = الكلمة لكم
own-say-note = لا يلزمكم أن تفسّروا لأحد.
own-add = إضافة
own-add-send = إضافة إلى البلاغ
own-ask-act = طلب التصرف في الأمر
own-ask-record = الاكتفاء بالتدوين
own-wish-why = السبب، إن شئتم
own-over = انتهى الأمر
own-over-note = لا يقول ذلك غيركم. ولكم أن تُبلغوا من جديد في أي وقت.
own-over-text = كلمة أخيرة، إن شئتم

report-people = الأشخاص والاطلاع
report-people-lede = لا يعلم به إلا من تدعو الحاجة إلى علمه.
report-roles = الأدوار
report-roles-note = من له أحد هذه الأدوار يطّلع على البلاغ.
report-role-decision_owner = يقرّر ويتكلم باسم المؤسسة.
report-role-guardian = يحمي أصحاب الشأن.
report-role-counsel = يشير في القانون، وله أن يوقف الملف.
report-role-compliance = يقدّر واجب الإبلاغ، وله أن يوقف الملف.
report-role-nobody = لا أحد
report-role-falls = إلى أن يُسمّى أحد
report-role-end = إنهاء الدور
report-role = الدور
report-role-give = إسناد دور
report-role-give-note = يُفتح البلاغ لهذا الشخص. من شُطب أو له صلة بما حدث لا يُعرض هنا. لا مستشار قانونياً عندكم؟ يمكن دعوة مستشار من الخارج برابط.
report-parties = من منّا له صلة بما حدث
report-parties-note = المشكوّ منه والمتضرر يُغلق عنهما الملف في الحال، ولا تُسند إليهما مهمة فيه.
report-party-name = تسمية شخص
report-part = الصفة
report-party-why = ما الذي يدلّ على ذلك
part-accused = مشكوٌّ منه
part-harmed = متضرر
report-open-again = فتحه من جديد
report-open-again-note = لهؤلاء القرّاء كلمة مرور جديدة ومعها مفتاح جديد. يُتحقَّق من أنهم هم قبل فتحه لهم.
report-way-back = فتحه من جديد لمن قدّمه
report-way-back-note = لمن قدّم البلاغ كلمة مرور جديدة ومعها مفتاح جديد، فانقطعت عليه متابعة بلاغه. تُتحقَّق هويته بالحديث معه، ثم يُضغط على اسمه.
report-way-back-unnamed = طلب المُبلِّغ ألا يُذكر اسمه. فإن جاءكم أحد وقال إن البلاغ بلاغه وإن له كلمة مرور جديدة، فاضغطوا على اسمه. لا تسألوا أحداً، ولن يذكر السجل من هو.

report-journal = السجل
report-journal-lede = كل ما جرى، الأحدث أولاً.
report-journal-whole = كل قيد مرتبط بما قبله؛ فُحصت السلسلة وهي تامة.
report-journal-broken = فُحصت سلسلة القيود وهي غير تامة. تُحفظ نسخة من قاعدة البيانات ويُخبَر من يعتني بها.

report-archive = الأرشيف
report-archive-lede = *من الذي يجب أن يستطيع قراءة هذا الملف بعد سنوات، حيثما كانت هذه النسخة؟*
report-archive-note = يُسلَّم الأرشيف إليكم ولا يُحفظ في غير ذلك: لا مجلد هنا ولا قائمة ولا سجل تشغيل يدلّ على وجوده. وليس فيه ما قاله المستشار القانوني، ولا ما كُتب في واجب الإبلاغ.
report-archive-open = لا يُؤرشف البلاغ إلا بعد إغلاقه.
report-archive-open-next = تبيّن صفحته ما بقي مستحقاً وعند من. أما عدم الارتياح فيُنهيه من أبلغ عنه.
report-archive-whose = ختمه لهؤلاء: { $names }.
report-archive-seal = ختم الملف
report-archive-seal-note = فيه نص البلاغ وقرّاؤه والسجل وكل المرفقات. ويُفتح من جديد ويُقارن بما دخل قبل تسليمه. يُحفظ في مكانين ليس منهما هذا الجهاز، وما يُدوَّن هنا بعد ذلك لا يدخل إلا في الأرشيف الذي يليه.
report-archive-do = ختم وتنزيل
report-archive-sealed = ما خُتم إلى الآن
report-archive-failed = لم يخرج عند فتحه كما دخل. لم يُختم شيء، ولم يبقَ منه أثر.
report-archive-failed-next = يُنظر في صفحة السجل هل السلسلة تامة، ثم تُعاد المحاولة.
report-archive-missing = أحد مرفقات هذا البلاغ لم يعد يفتح هنا. لم يُختم شيء، ولم يبقَ منه أثر.
report-archive-missing-next = تُفتح المرفقات في صفحة البلاغ لمعرفة أيها هو. ولمن يدير هذه النسخة أن يستعيد قاعدة البيانات من نسخة احتياطية يفتح فيها، ولا يلزم أن يُذكر له السبب.
report-archive-keep = ليس في قواعد مدد الحفظ ما يخص البلاغات المقيدة. يُحفظ هذا الأرشيف ما بقيت المطالبة ممكنة أو طلبه المستشار القانوني، ثم تُتلف كل نسخة منه. ولا ينتهي شيء من تلقاء نفسه.

report-decision = القرار
acting-lede = *ليس السؤال هنا: هل نتصرف؟* بل من وكيف ومتى.
acting-lede-signed = *القرار موقَّع.*
acting-note = بقاء كل شيء على حاله ليس من الخيارات. والحماية مستمرة على كل حال.
acting-lacking = قبل ذلك
acting-what = ما الذي يُفعل
outcome-how-repair = يبقى العميل بشروط مكتوبة، والحماية سارية.
outcome-how-hand_over = تتولى مؤسسة أخرى العمل.
outcome-how-reduce_scope = يتوقف العمل حيث تضرر الناس، ويستمر في غيره.
outcome-how-end_by_agreement = يتفق الطرفان على الإنهاء.
outcome-how-end_by_notice = بالإشعار الذي يطلبه العقد.
outcome-how-let_expire = ينتهي العقد في أجله، والحماية سارية إلى ذلك الحين.
outcome-how-end_for_breach = لإخلال بالعقد، بكلمة المستشار القانوني.
outcome-how-immediate_stop = في الحال، بكلمة المستشار القانوني.
acting-who-how-when = من وكيف ومتى
acting-by = من يُبلغ العميل
acting-how = كيف
how-meeting = في اجتماع
how-call = بالهاتف
how-letter = بخطاب
how-through_counsel = عن طريق المستشار القانوني
acting-on = في يوم
acting-review = يُعاد النظر فيه في، إن بقي العميل
acting-conditions-ask = إن بقي العميل: فبأي شروط
acting-conditions-hint = ما الذي يغيّره العميل ومتى، ومن يتحقق من ذلك، وما الذي يترتب إن لم يفعل.
acting-reason = السبب
acting-lawful = هل للسبب صلة بشيء من هذا
acting-lawful-hint = فإن كان، فلا يجوز أن يكون هو السبب.
unlawful-protected_trait = جنس شخص أو دينه أو أصله أو سنّه أو صحته أو صفة أخرى محمية
unlawful-retaliation = الانتقام من أحد
unlawful-lawful_complaint = شكوى كان لصاحبها حق فيها
acting-personal = لي في هذا أسباب شخصية
acting-personal-hint = يقرؤه حينئذ شخص آخر أولاً.
acting-legal-hold = وقف إتلاف السجلات لغرض نظامي
acting-sign = توقيع القرار
acting-says = وقّعه { $who } في { $day }. يُبلغ العميلَ به { $by } { $how }، في { $on }.
acting-prepare = التحضير للإنهاء
acting-second = اعتماد بصفة شخص ثانٍ
acting-read = تأكيد القراءة
acting-cooled = تأكيد بعد يوم
acting-reopen = إعادة فتح القرار
acting-reopen-why = السبب

report-counsel = الإيقاف والمستشار القانوني
stop-lede = المستشار القانوني في هذا الملف: *{ $names }*.
stop-lede-nobody = *لم يُسمَّ مستشار قانوني بعد.* يمكن دعوة مستشار من الخارج برابط.
stop-note = الإيقاف الظاهر يشبه كل إيقاف: لا يذكر سبباً، ولا يدلّ على وجود ملف.
stop-hold = إيقاف ظاهر
stop-hold-note = يراه كل من في المؤسسة، ولا يرى أحد سببه.
stop-nobody-to-ask = ليس بين من فُتح لهم هذا البلاغ أحد من المؤسسة يمكن أن يُسأل، فلا يمكن أن يظهر إيقاف.
stop-stop = إيقاف المستشار القانوني
stop-stop-note = يوقف الملف وكل ما قد يخرج منه، لا الحماية. ولا يظهر إلا هنا.
stop-is-stopped = الملف موقوف.
stop-is-not-stopped = الملف غير موقوف.
stop-stop-set = إيقاف الملف
stop-resume = استئناف الملف
stop-why = السبب
stop-word = كلمة المستشار القانوني
stop-word-note = لا يُنهى تعاقد لسوء سلوك أو لسبب قانوني إلا بها مكتوبة.
stop-no-word = لم يكتب المستشار القانوني شيئاً بعد.
stop-advise = كتابة كلمة المستشار
stop-ground = في أي مبرر
stop-no-ground = من غير تخصيص
stop-text = النص
stop-instruct = ما لا ينبغي أن يظهر
stop-instruct-do = إعلام من يعملون على البلاغ
stop-instruct-note = يقرؤه من يعملون على البلاغ. ولا تلزم له أسباب.
stop-no-word-to-client = لا يُقال للعميل شيء الآن
stop-no-visible-hold = لا يظهر أي إيقاف: فيه تنبيه للمشتبه بهم

report-duty = واجب الإبلاغ
duty-lede-open = *هل يوجد واجب إبلاغ؟* لم يقدّره أحد بعد.
duty-lede = { $duty ->
    [must] *الإبلاغ واجب*{ $day ->
        [none] {"."}
       *[other] {"، قبل نهاية "}{ $day }.
    }
    [may] *الإبلاغ جائز لا واجب.*
   *[none] *لا واجب للإبلاغ.*
}
duty-note = لا يفتح هذه الصفحة إلا من سُمّي مستشاراً قانونياً أو مسؤول التزام. لا شيء في البلاغ يقود إليها، ولا يستطيع قارئ آخر أن يعرف بوجودها.
duty-must = الإبلاغ واجب
duty-may = الإبلاغ جائز لا واجب
duty-none = لا واجب للإبلاغ
duty-others-wait = سُمّي من لا يستطيع فتح هذه الصفحة، أو تجدّد مفتاحه.
duty-open-to-named = فتحها لكل من سُمّي
duty-assess = التقدير
duty-assess-note = ما هو معلوم وما هو مشتبه فيه؛ وهل المؤسسة ملزَمة؛ وهل تمنع سرية المهنة.
duty-question = ما الذي يطلبه القانون
duty-to = إلى من
duty-by = قبل نهاية يوم
duty-reason = السبب
duty-reason-hint = النص القانوني، والوقائع التي يستند إليها، وما بقي غير محسوم.
duty-silence = تنبيه المشتبه به
duty-silence-hint = قد يكون الإنهاء أو الإيقاف أو الكلام نفسه مخالفة إن دلّ أصحابه على أنهم أُبلغ عنهم.
duty-tell = إعلام من يعملون على البلاغ بما لا ينبغي أن يظهر
duty-tell-hint = هاتان النقطتان فقط، من غير أسباب. ومن غير ذلك لهم أن يتكلموا أو يوقفوا.
duty-save = حفظ التقدير
duty-told-title = ما كُتب هنا
duty-nothing = لا شيء بعد.
duty-told = { $who }: { $duty }{ $day ->
    [none] {""}
   *[other] {"، قبل نهاية "}{ $day }
}. { $speak ->
    [yes] يجوز الكلام مع العميل.
   *[no] لا يُقال للعميل شيء.
} { $tips ->
    [yes] في الإيقاف تنبيه للمشتبه بهم.
   *[no] يجوز أن يظهر إيقاف.
}
duty-told-reported = { $who }: تدوين الإبلاغ في { $day }.
duty-told-note = { $who }: ملاحظة.
duty-reported = تمّ الإبلاغ
duty-reported-text = إلى من، وكيف، وتحت أي رقم
duty-add-note = إضافة ملاحظة
duty-note-text = الملاحظة

keys-title = مفاتيح جديدة
keys-note = { $n ->
    [one] جاءت كلمة مرور جديدة برابط بمفتاح جديد.
    [two] جاءت كلمات مرور جديدة بروابط بمفتاحين جديدين.
    [few] جاءت كلمات مرور جديدة بروابط بـ{ $n } مفاتيح جديدة.
    [many] جاءت كلمات مرور جديدة بروابط بـ{ $n } مفتاحاً جديداً.
   *[other] جاءت كلمات مرور جديدة بروابط بـ{ $n } مفتاح جديد.
}
keys-see = عرضها
keys-lede = { $n ->
    [0] لا مفتاح جديداً لم تقرؤوا عنه.
    [one] لأحدهم كلمة مرور جديدة ومعها مفتاح جديد.
    [two] جاءت كلمات مرور جديدة بمفتاحين جديدين.
    [few] جاءت كلمات مرور جديدة بـ{ $n } مفاتيح جديدة.
    [many] جاءت كلمات مرور جديدة بـ{ $n } مفتاحاً جديداً.
   *[other] جاءت كلمات مرور جديدة بـ{ $n } مفتاح جديد.
}
keys-how = من يستطيع إنشاء رابط كهذا قد يحلّ محلّ صاحبه. يُسأل الشخص نفسه هل هو من غيّرها. وما خُتم بمفتاحه القديم يبقى مغلقاً إلى أن يفتحه له قارئ آخر من جديد.
keys-read = تأكيد القراءة
keys-recent = التسعون يوماً الأخيرة
key-row = لـ{ $name } مفتاح جديد منذ { $day }، { $time }؛ { $by ->
    [none] أُنشئ الرابط على الجهاز نفسه.
   *[other] أنشأ الرابط { $by }.
}

discomfort-title = عدم ارتياح
discomfort-lede = لا يلزمكم دليل، ولا سبب يُقنع غيركم.
discomfort-options = لكم أن تطلبوا تغيير طريقة العمل مع هذا العميل. لا يُتّخذ شيء من غير موافقتكم، ولن يضرّكم الطلب.
discomfort-text-hint = بالقدر الذي تريدون، ويمكن أن يبقى فارغاً.
wishes = ما الذي ينفع الآن
wishes-hint = أي عدد منها، أو لا شيء.
wish-company = عدم الانفراد بهم: شخص آخر يحضر الاجتماعات والمكالمات
wish-channel = قناة أخرى: كتابةً فقط، أو عن طريق شخص آخر
wish-handover = شخص آخر يتولى هذا العميل، إن وافقتُ حينها
wish-no_contact = لا تواصل معهم في الوقت الحاضر
wish-only_tell = لا شيء بعد؛ أريد فقط أن يعلم أحد

recipients-title = متسلّمو البلاغات
recipients-lede = من يتسلّم ما يُبلَّغ عنه بسرّية؟
recipients-note = اثنان على الأقل، أحدهما غير صاحب النسخة. يرى المُبلِّغ الأسماء، وله أن يشطب منها من يشاء.
recipients-who = المتسلّمون
recipients-adviser = هل تعملون منفردين أو ينقص شخص ثانٍ؟ يمكن دعوة مستشار من الخارج برابط.
recipients-too-few = المطلوب شخصان على الأقل، أحدهما ليس صاحب النسخة.
outside-route = خارج المؤسسة:
outside-route-hint = إلى أين يلجأ من لا يريد الإبلاغ هنا: محامٍ أو جهة محايدة أو خط عام. يظهر في النموذج.

statement-title = إفادة
statement-lede = لم يُحفظ شيء. هذه الصفحة هي النسخة الوحيدة.
statement-next = تُطبع أو تُحفظ في ملف وتُسلَّم إلى من يوثق به. وتزول بمغادرة الصفحة.
statement-sign = الاسم والتوقيع، لمن شاء
