# مراجعة علاقة العميل: من يُسأل، وما يجيب به كلٌّ وحده، وما يُسمع معاً.
review-title = اجتماع المراجعة
review-of = مراجعة { $what }
review-about = تيسير الاجتماع: { $names } · { $n ->
    [zero] لم يُسأل أحد بعد
    [one] يُسأل شخص واحد
    [two] يُسأل شخصان
    [few] يُسأل { $n } أشخاص
    [many] يُسأل { $n } شخصاً
   *[other] يُسأل { $n } شخص
}
review-steps = خطوات المراجعة
review-step-opinions = الآراء
review-step-note-opinions = كلٌّ على حدة
review-step-good = نقطة إيجابية
review-step-note-good = بعد سماع الشكاوى
review-step-own = نصيبنا من المشكلة
review-step-note-own = بلا لوم
review-step-worth = جدوى الاحتفاظ
review-step-note-worth = بالأرقام وبالناس
review-step-ending = ما يتطلبه الإنهاء
review-step-note-ending = كلفةً ووقتاً
review-lede-roster = لم يُسأل أحد بعد. البداية بمن تعاملوا مع { $name }.
review-lede-before = الأسئلة جاهزة، وتُفتح حين يدخل الملف مرحلة المراجعة.
review-lede-opinions = وصلت { $in } من { $all } من الإجابات، ولا يُقرأ رأي قبل أن تكتمل.
review-lede-all-in = اكتملت الآراء، ويمكن فتحها الآن.
review-lede-opened = فُتحت الآراء. الآن تُسمع الشكاوى كلها.
review-lede-good_things = كلٌّ منا يذكر نقطة إيجابية واحدة عن { $name }. { $n ->
    [one] بقي جواب واحد.
    [two] بقي جوابان.
    [few] بقيت { $n } أجوبة.
    [many] بقي { $n } جواباً.
   *[other] بقي { $n } جواب.
}
review-lede-silent = سُئل الجميع عن نقطة إيجابية واحدة عن { $name }، ولم يذكر أحد شيئاً.
review-lede-own_parts = كيف زدنا الأمر سوءاً؟ { $n ->
    [one] بقي جواب واحد
    [two] بقي جوابان
    [few] بقيت { $n } أجوبة
    [many] بقي { $n } جواباً
   *[other] بقي { $n } جواب
}، ولا جواب يحمل اسماً.
review-lede-own_parts-in = أجاب الجميع: كيف زدنا الأمر سوءاً؟ ويمكن قراءة ما قيل الآن.
review-lede-worth = سُمع الجميع. هل تستحق علاقة { $name } الاحتفاظ بها؟
review-lede-ending = سُمع الجميع ووُزنت الخيارات. فما الذي يتطلبه الإنهاء؟
review-answered = وصلت الإجابات
review-answered-of = { $in } من { $all }
review-disagreement = الاختلاف
review-quorum = الأقسام
review-quorum-met = سُمع كل قسم يتعامل مع العميل
review-quorum-waits = لم يُسمع بعد:
review-owner = صاحب القرار
review-deferred = المراجعة مؤجلة إلى { $day }.
review-answer = إلى سؤالي
review-set-roster = تحديد من يُسأل
review-to-case = إلى الملف
review-opinions-note = يظهر هنا من أجاب، ولا يظهر ما كُتب.
review-reveal = فتح الآراء
review-reveal-hint = تُفتح حين تكتمل، أو حين يُسجَّل سبب غياب من غاب.
review-reveal-without = فتحها من دون الباقين
review-reveal-without-note = تُذكر أسماؤهم في السجل غائبين. ولا بد أن يكون كل قسم قد سُمع.
review-reveal-now = الفتح الآن
review-remind = دعوة وتذكير
review-absence = تسجيل غياب
review-absence-note = لا يُنتظر الغائب بعد ذلك، وما يكتبه لاحقاً يُحسب.
review-absent = الغائب
review-absence-why = السبب
review-absence-do = تسجيل
review-change-roster = تغيير من يُسأل
review-write-again = كتابة نسخة أخرى من رأيي
review-write-later = إضافة نسخة لاحقة من رأيي، وتبقى الأولى
review-now-good_things = نقطة إيجابية من كل فرد
review-now-note-good_things = تظهر الأجوبة حين تكتمل، كي لا يكرر أحد ما قاله غيره.
review-now-own_parts = كيف زدنا الأمر سوءاً؟
review-now-note-own_parts = يظهر هنا من أجاب، وما قيل لن يحمل اسماً.
review-worth-note = ما يأتي به العميل وما يأخذه، مالاً وغير مال، ثم الخيارات بحسب الأوزان التي حددناها مسبقاً.
review-to-worth = جدوى الاحتفاظ
review-to-options = المقارنة بين الخيارات
review-ranking = بحسب أوزاننا يتقدم خيار «{ $outcome }»، ويتقدم كذلك في { $n } من كل 100 توزيع آخر للأوزان. وليس في هذا قرار.
review-ending-note = الإشعار والمبالغ المستردة والوقت والنقد: ما يتطلبه الإنهاء، قبل أن يختاره أحد.
cited-run = تستند المراجعة إلى محاكاة محفوظة لكلفة الإنهاء.
cited-risk = { $kind ->
        [none] إن كان الإنهاء الآن، فلا ينزل النقد تحت الصفر في أيٍّ من المستقبلات المحتملة.
        [few] إن كان الإنهاء الآن، ينزل النقد تحت الصفر في أقل من مستقبل واحد من كل 100 مستقبل محتمل.
        [most] إن كان الإنهاء الآن، ينزل النقد تحت الصفر في أكثر من 99 من كل 100 مستقبل محتمل.
        [all] إن كان الإنهاء الآن، ينزل النقد تحت الصفر في كل مستقبل محتمل.
       *[some] إن كان الإنهاء الآن، ينزل النقد تحت الصفر في { $n } من كل 100 مستقبل محتمل.
    }
cited-repair = الإصلاح يُبقي أكثر من أيّ إنهاء، ولا يزيد في المخاطرة.
cited-see = المحاكاة كما حُفظت
review-to-scenario = حدِّد المحاكاة التي تستند إليها
scenario-title = المحاكاة التي تستند إليها المراجعة
scenario-asks = إلى أيّ محاكاة لكلفة الإنهاء تستند هذه المراجعة؟
scenario-note = تُنسخ أرقامها إلى الملف وتبقى كما كانت، مهما أُدخل بعدها.
scenario-run = المحاكيات المحفوظة
scenario-none = لم تُحفظ محاكاة لهذا العميل بعد. اطّلع على كلفة الإنهاء، واحفظ المحاكاة هناك.
scenario-to-exit = إلى كلفة الإنهاء
scenario-do = اعتمدها للمراجعة
review-to-exit = كلفة الإنهاء
review-to-decision = إلى القرار
review-left-out = ما تُرك، وسبب تركه
review-more = غير ذلك
review-omit-complaints = ترك جولة الشكاوى
review-omit-options = ترك المقارنة بين الخيارات
review-omit-scenario = ترك حساب كلفة الإنهاء
review-omit-why = لا حاجة إليه، لأن…
review-omit = ترك
review-defer = تأجيل المراجعة
review-defer-until = إلى
review-defer-fact = ما الواقعة الناقصة؟
review-defer-do = تأجيل
review-to-weights = أوزان المعايير عند المقارنة بين الخيارات
review-recuse = التنحّي عن هذه المراجعة
review-recuse-note = لقرابة، أو حصة لدى العميل، أو أي أمر آخر يميل بالحكم.
review-recuse-why = السبب
review-recuse-do = تنحٍّ
review-agenda-title = ما يقال للجميع قبل البدء
review-agenda = نبدأ بالوقائع، ولا نحاكم أحداً. يكتب كلٌّ رأيه وحده. نسمع الشكاوى كلها، ثم يذكر كلٌّ منا نقطة إيجابية واحدة، ثم نسأل: كيف زدنا الأمر سوءاً؟

answer-state-in = وصل
answer-state-out = لم يصل بعد
answer-state-excused = غياب
answer-state-recused = تنحٍّ
answer-state-missing = بلا رأي
opinions-are = { $parts }.
opinions-and = {"، و"}
opinions-for-repair = { $n ->
    [one] رأي للإصلاح
    [two] رأيان للإصلاح
    [few] { $n } آراء للإصلاح
    [many] { $n } رأياً للإصلاح
   *[other] { $n } رأي للإصلاح
}
opinions-for-caution = { $n ->
    [one] رأي للاستمرار بحذر
    [two] رأيان للاستمرار بحذر
    [few] { $n } آراء للاستمرار بحذر
    [many] { $n } رأياً للاستمرار بحذر
   *[other] { $n } رأي للاستمرار بحذر
}
opinions-for-end = { $n ->
    [one] رأي للإنهاء
    [two] رأيان للإنهاء
    [few] { $n } آراء للإنهاء
    [many] { $n } رأياً للإنهاء
   *[other] { $n } رأي للإنهاء
}
opinions-for-unknown = { $n ->
    [one] رأي يقول: لا أعرف ما يكفي
    [two] رأيان يقولان: لا أعرف ما يكفي
    [few] { $n } آراء تقول: لا أعرف ما يكفي
    [many] { $n } رأياً تقول: لا أعرف ما يكفي
   *[other] { $n } رأي تقول: لا أعرف ما يكفي
}
opinions-single = رأي واحد فقط
opinions-agree = { $known ->
    [two] اتفق الرأيان
    [few] اتفقت الآراء كلها، وهي { $known }
    [many] اتفقت الآراء كلها، وهي { $known } رأياً
   *[other] اتفقت الآراء كلها، وهي { $known } رأي
}
opinions-differ = { $n ->
    [two] اختياران من أربعة
   *[other] { $n } اختيارات من أربعة
}، في { $known ->
    [two] رأيين
    [few] { $known } آراء
    [many] { $known } رأياً
   *[other] { $known } رأي
}
opinion-after = كُتب بعد فتح الآراء.
opinion-later = نسخة لاحقة، كُتبت بعد فتح الآراء.
opinion-later-alone = نسخة لاحقة، كُتبت قبل الاطلاع على آراء الآخرين.

complaints-title = الشكاوى
complaints-count = { $n ->
    [zero] لا شيء
    [one] واحدة
    [two] اثنتان
    [few] { $n } شكاوى
   *[other] { $n } شكوى
}
complaints-none = لم تُذكر شكوى بعد.
complaints-close = الانتقال إلى النقاط الإيجابية
complaints-close-hint = لا تُضاف شكوى بعد ذلك، ويُسأل كلٌّ عن نقطة إيجابية واحدة.
complaint-text = ما الذي يضايقكم من هذا العميل؟
complaint-hint = ماذا حدث، ومتى. أمر واحد في كل مرة.
complaint-nth = الرقم
complaint-same = ما قاله غيرهم بمعناها
complaint-ground = ما الذي يُظهره
complaint-choose = يرجى الاختيار
complaint-no-record = بلا سجل
complaint-rests-on = تستند إلى:
complaint-number = رقم { $n }
complaint-add = إضافة
complaint-merge = شكويان بمعنى واحد
complaint-merged = هذه
complaint-into = بمعنى
complaint-merge-do = ضمّ

good-title = النقاط الإيجابية
good-silent = سُئل الجميع عن نقطة إيجابية واحدة ولم يذكر أحد شيئاً. هذه إشارة قوية، وليست حكماً: من يقرر يذكر أسبابه مع ذلك.
good-declined = { $n ->
    [one] واحد منا لم يذكر شيئاً.
    [two] اثنان منا لم يذكرا شيئاً.
    [few] { $n } منا لم يذكروا شيئاً.
   *[other] { $n } منا لم يذكروا شيئاً.
}
own-title = نصيبنا من المشكلة
own-count = { $n ->
    [zero] لا شيء مكتوب
    [one] جواب واحد
    [two] جوابان
    [few] { $n } أجوبة
    [many] { $n } جواباً
   *[other] { $n } جواب
}
own-protected = يُحفظ بلا اسم ولا وقت ولا ترتيب، ولا يدخل محضراً ولا أرشيفاً ولا ملفاً مُصدَّراً.
own-few = عددكم أقل من أربعة، وقد تدل الصياغة على صاحبها. يمكن الاكتفاء بتسجيل ما سنحسّنه.
own-only-better = سُجِّل ما سنحسّنه فقط.
own-close = إغلاق السؤال وقراءة الأجوبة
own-close-hint = لا يُضاف جواب بعد ذلك، ويمكن قراءة ما قيل.
improvements-title = ما سنحسّنه
improvements-note = مع هذا العميل ومع غيره.
improvements-none = لم يُتفق على شيء بعد.
improvement-from = تحويله إلى تحسين
improvement-other = الاتفاق على تحسين آخر
improvement-text = ما سنفعله
improvement-hint = بصياغة لا تسمّي أحداً، فهي تدخل المحضر.
improvement-owner = من يتولاه
improvement-due = الموعد
improvement-agree = اتفاق
improvement-until = حتى
improvement-done = تمّ
improvement-late = مضى موعده
improvement-finish = تمّ
dissent-title = الرأي المخالف
dissent-none = لم يُسجَّل رأي مخالف.
dissent-write = تسجيل رأي مخالف
dissent-stance = ما أراه
dissent-why = بالنص الذي سيدخل المحضر
dissent-send = تسجيل

answer-title = إجاباتي
answer-place = مراجعة { $client }
answer-step = سؤال { $n } من { $of }
answer-progress = التقدم
answer-choice = الاختيار
answer-agenda = قبل البدء
answer-stance = برأيكم: ماذا نفعل في علاقتنا مع { $client }؟
answer-soft-stance = بصفتكم من { $department }. رأيكم وحدكم، قبل الاطلاع على آراء الآخرين.
answer-stance-repair = خطة بتواريخ، ثم تقييم
answer-stance-caution = حدّ للساعات وموعد مراجعة
answer-stance-end = باتفاق أو بإشعار
answer-stance-unknown = مع بيان ما ينقص
answer-stance-missing = يرجى اختيار جواب؛ و«لا أعرف ما يكفي» جواب أيضاً.
answer-why = لماذا؟
answer-soft-why = حدثٌ رأيتموه بأنفسكم أقوى من وصف.
answer-why-label = السبب
answer-why-missing = يرجى كتابة السبب في كلمات قليلة.
answer-hint-sales = ما الذي يأتي به هذا العميل، وما كلفة كسب طلبه التالي؟
answer-hint-delivery = ماذا يطلب العمل لهذا العميل من الفريق، وكيف يُستقبل؟
answer-hint-service = كيف يخاطبونكم، وبماذا يعودون مرة بعد مرة؟
answer-hint-finance = ما الذي يصل، ومتى، وما الجهد اللازم لتحصيله؟
answer-hint-management = ما أثر هذا العميل في المؤسسة كلها؟
answer-mind = ما الذي قد يغيّر رأيكم؟
answer-soft-mind = أمر قد يحدث، أو أمر يمكن أن نعرفه.
answer-mind-hint = مثلاً: سداد قبل موعد معيّن، أو حديث لم يجرِ بعد، أو رقم لا يعرفه أحد.
answer-mind-missing = يرجى كتابة أمر واحد قد يغيّر رأيكم.
answer-complaints = ما الذي يضايقكم من { $client }؟
answer-soft-complaints = الآن تُسمع الشكاوى، ومع كلٍّ منها ما يُظهرها. ولا يلزم ذكر شيء.
answer-no-complaint = لا شكوى، متابعة
answer-good = ما الذي يُحسب للعميل { $client }؟
answer-soft-good = شيء واحد يكفي، صغيراً كان أو كبيراً، ما دام حقيقياً.
answer-good-label = نقطة إيجابية
answer-good-missing = يرجى كتابة نقطة واحدة، أو اختيار «لا شيء يحضرني».
answer-good-none = لا شيء يحضرني
answer-good-hint = بعد الإرسال لا تُعدَّل الإجابة، ويمكن إضافة إجابة لاحقة إلى جانبها.
answer-own = كيف زدنا الأمر سوءاً؟
answer-soft-own = عادة، أو وعد، أو طريقة عمل: أمر يخصنا جميعاً، وليس ذنب أحد وحده.
own-kind-wording = ما فعلناه
own-kind-wording-note = يُحفظ بنصه، بلا اسم ولا وقت
own-kind-better = ما سنحسّنه فقط
own-kind-better-note = لا يُحفظ شيء عمّا مضى
own-text = بكلماتي
own-send = إرسال بلا اسم
own-aloud = لا شيء مكتوب
answer-own-missing = يرجى كتابة شيء، أو اختيار «لا شيء مكتوب».
answer-wait = وصلت إجاباتكم، والسؤال التالي يُفتح قريباً.
answer-soft-wait = { $n ->
    [zero] بقي أن ينتقل ميسّر الاجتماع إلى ما بعده.
    [one] بقي جواب واحد.
    [two] بقي جوابان.
    [few] بقيت { $n } أجوبة.
    [many] بقي { $n } جواباً.
   *[other] بقي { $n } جواب.
} تنتقل هذه الصفحة من نفسها، ويمكن إغلاقها والعودة بالرابط نفسه.
answer-over = اكتملت إجاباتكم. شكراً لكم.
answer-closed = لا تُستقبل إجابات في هذه المراجعة الآن.
answer-begin = بدء
answer-next = التالي
answer-back = رجوع
answer-send = إرسال
answer-sent-hint = بعد الإرسال يُختم الجواب حتى تكتمل الإجابات. لا يُعدَّل، ويمكن إضافة نسخة لاحقة إلى جانبه.
answer-to-review = إلى المراجعة
answer-foot-agenda = لا يرى أحد جوابكم قبل أن يكتمل جواب الجميع.
answer-foot-stance = لا يرى أحد جوابكم قبل أن يكتمل جواب الجميع.
answer-foot-why = لا يرى أحد جوابكم قبل أن يكتمل جواب الجميع.
answer-foot-mind = لا يرى أحد جوابكم قبل أن يكتمل جواب الجميع.
answer-foot-complaints = الشكوى تحمل اسمكم، كي يمكن السؤال عنها.
answer-foot-good = الصمت جواب أيضاً، ويُسجَّل صمتاً لا فراغاً.
answer-foot-own = ما يقال هنا يُحفظ بلا اسمكم.
answer-foot-wait = لا يرى أحد جوابكم قبل أن يكتمل جواب الجميع.
answer-foot-over = البرنامج يُحضِّر، والقرار للناس.
answer-foot-closed = البرنامج يُحضِّر، والقرار للناس.

roster-title = من يُسأل
roster-lede = { $n ->
    [zero] لا تذكر السجلات أحداً تعامل مع { $name } في آخر { $days } يوماً.
    [one] تذكر السجلات شخصاً واحداً تعامل مع { $name } في آخر { $days } يوماً.
    [two] تذكر السجلات شخصين تعاملا مع { $name } في آخر { $days } يوماً.
    [few] تذكر السجلات { $n } أشخاص تعاملوا مع { $name } في آخر { $days } يوماً.
    [many] تذكر السجلات { $n } شخصاً تعاملوا مع { $name } في آخر { $days } يوماً.
   *[other] تذكر السجلات { $n } شخص تعاملوا مع { $name } في آخر { $days } يوماً.
}
roster-found = بحسب السجلات
roster-found-note = يُسأل كل من يتعامل مع العميل، ما لم يكن هناك سبب.
roster-none = لا تذكر السجلات أحداً من أعضاء الفريق
roster-none-note = الساعات والرسائل والوقائع تدل على من تعامل مع العميل. ومن تعامل معه يُضاف أدناه مع ذكر السبب.
roster-strangers = أسماء في السجلات ليست لأعضاء
roster-strangers-note = تعاملوا مع العميل، ولا يمكن سؤالهم هنا.
roster-map-names = تحديد أصحاب هذه الأسماء
roster-others = إضافة أحد
roster-others-note = أعضاء لا تذكرهم السجلات.
roster-department = يتكلم عن
roster-why-out = إن لم يُسأل: لماذا؟
roster-why-in = سبب الإضافة
roster-reason-missing = يرجى ذكر السبب في كلمات قليلة؛ يُختم مع الملف.
roster-answered = وصل جوابه، ويبقى مقعده
roster-fixed = فُتحت الآراء، فلا يتغير من يُسأل.
roster-save = حفظ
roster-cancel = رجوع
roster-dealt-lead = مسؤول العميل
roster-dealt-hours = ساعات عمل
roster-dealt-messages = رسائل
roster-dealt-invoices = فواتير
roster-dealt-incidents = وقائع
roster-last = آخرها { $day }
roster-unnamed = من غير اسم أحد: { $what }.
roster-unnamed-hours = { $n ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $n } ساعات
   *[other] { $n } ساعة
}
roster-unnamed-messages = { $n ->
    [one] رسالة واحدة
    [two] رسالتان
    [few] { $n } رسائل
   *[other] { $n } رسالة
}
roster-unnamed-invoices = { $n ->
    [one] فاتورة واحدة
    [two] فاتورتان
    [few] { $n } فواتير
   *[other] { $n } فاتورة
}
roster-unnamed-deliverables = { $n ->
    [one] مُخرَج واحد
    [two] مُخرَجان
    [few] { $n } مُخرَجات
    [many] { $n } مُخرَجاً
   *[other] { $n } مُخرَج
}

invitation-title = دعوة وتذكير
invitation-lede = رابط واحد للجميع: من يفتحه يسجّل دخوله ويصل إلى سؤاله.
invitation-awaited = الجواب المنتظر من
invitation-nobody = لا أحد
invitation-who = من يمكنه فتحه
invitation-who-note = من له مقعد في هذه المراجعة فقط
invitation-qr = رابط الأسئلة في رمز QR
invitation-phone-note = في الاجتماع: توجَّه إليه كاميرا كل هاتف. ومن بعيد يكفي الرابط، ولا وقت يلزم حضور الجميع فيه.
invitation-remind = تذكير جاهز للنسخ
invitation-chat =
    { $firm }: رأيكم في علاقتنا مع { $client } مطلوب. يأخذ نحو خمس دقائق من الهاتف، في أي وقت يناسبكم.
    { $address }
    ولا يقرأ أحد جوابكم قبل أن يكتمل جواب الجميع.
