# إصلاح العلاقة مع عميل: الخطة، ثم اللقاء، ثم رأيه، ثم الخطة معدَّلة، ثم التجربة.
repair-title = الإصلاح
repair-page-plan = الخطة
repair-page-changes = ما تغيّر في الخطة
repair-page-meeting = اللقاء
repair-page-view = رأي العميل
repair-page-answers = ردّنا
repair-page-acknowledgement = الإقرار
repair-page-letter = خطاب الحدود
repair-page-trial = التجربة
repair-page-evaluation = التقييم
repair-ask-remedies = ما الذي قد يُصلح العلاقة مع { $name }؟
repair-note-remedies = يُختار ما يناسب، ولكل اختيار نقطة لها صاحب وموعد. ويمكن بعد ذلك زيادة النقاط وحذفها.
repair-do-remedies = متابعة
repair-ask-plan = من يفعل ماذا ومتى، لتتحسّن العلاقة مع { $name }؟
repair-note-plan = نقاط قليلة يُوفى بها خير من كثيرة. وما علينا يقف بجانب ما عليهم.
repair-ask-again = ما الذي يتغيّر في الخطة بعد سماع { $name }؟
repair-note-again = تبقى النسخة السابقة كما هي، ويظهر ما تغيّر نقطة نقطة.
repair-do-plan = حفظ هذه النسخة
repair-ask-meeting = كيف كان اللقاء مع { $name }؟
repair-note-meeting = مسودة جدول الأعمال من الخطة ومن أثقل النتائج، وتُعدَّل كما جرى اللقاء.
repair-do-meeting = تسجيل اللقاء
repair-ask-view = كيف يرى { $name } الخطة، بكلماته؟
repair-note-view = يُكتب كما قاله، ثم يُقرأ عليه. ويُعتدّ به متى أكّده.
repair-do-view = تدوين الرأي
repair-ask-answers = هل نأخذ بهذه النقطة من { $name }؟
repair-note-answers = كل نقطة تُقبل أو تُردّ، ولكلٍّ سببها.
repair-do-answers = تسجيل الرد
repair-ask-acknowledgement = ماذا يقول { $name } في الخطة المعدَّلة؟
repair-note-acknowledgement = يُسجَّل الرفض أيضاً. وفي الحالين يمكن أن تبدأ التجربة.
repair-do-acknowledgement = تسجيل الجواب
repair-ask-letter = متى أقرّ { $name } بخطاب الحدود؟
repair-note-letter = ما يُتجاوز من الحدود بعد ذلك اليوم يُحسب ستين يوماً.
repair-do-letter = تسجيل اليوم
repair-ask-trial = بماذا نعرف أن العلاقة مع { $name } تحسّنت؟
repair-note-trial = تُقرأ السجلات على هذه الحدود كل يوم من التجربة. والحدود مقترحة من آخر 90 يوماً.
repair-do-trial = بدء التجربة
repair-ask-evaluation = هل نجح الإصلاح مع { $name }؟
repair-note-evaluation = يُحفظ ما قرأته السجلات مع الجواب. والقرار للناس لا للأرقام.
repair-do-evaluation = حفظ التقييم
repair-back = العودة إلى الإصلاح
repair-see-changes = عرض ما تغيّر
repair-ours = علينا
repair-theirs = عليهم
repair-plan-version = النسخة { $n }
repair-review = يُنظر فيها { $day }
repair-view-on = أكّده { $day }.
repair-acknowledged = أقرّ العميل بالخطة.
repair-refused = لم يوافق العميل على الخطة.
repair-letter-on = أقرّ العميل بخطاب الحدود { $day }.
repair-letter-after = { $n ->
    [zero] لم يُتجاوز حدّ منذ ذلك اليوم.
    [one] تُجُووز حدّ مرة واحدة منذ ذلك اليوم.
    [two] تُجُووزت الحدود مرتين منذ ذلك اليوم.
    [few] تُجُووزت الحدود { $n } مرات منذ ذلك اليوم.
   *[other] تُجُووزت الحدود { $n } مرة منذ ذلك اليوم.
}
repair-steps = خطوات الإصلاح
repair-step-plan = الخطة
repair-step-meeting = اللقاء
repair-step-view = رأيه وردّنا
repair-step-second = الخطة معدَّلة
repair-step-acknowledged = الإقرار
repair-step-trial = التجربة
repair-stands-plan = يبدأ الإصلاح مع { $name } *بخطة*.
repair-stands-meeting = الخطة قائمة. والآن *لقاء* { $name }.
repair-stands-client_view_of_plan = تم لقاء { $name }. والآن *يُكتب رأيه* ويؤكده.
repair-stands-plan_answers = سمعنا { $name }. وكل نقطة من نقاطه *تنتظر رداً*.
repair-stands-second_plan = رددنا على نقاط { $name } كلها. والآن *تُعدَّل الخطة*.
repair-stands-acknowledgement = عُدّلت الخطة. فهل *يُقرّ بها* { $name }؟
repair-stands-counsel_stop = *أوقف* المستشار القانوني هذا الملف.
repair-stands-ready = كل شيء جاهز: يمكن أن تبدأ *التجربة* مع { $name }.
repair-stands-runs = التجربة مع { $name } *مستمرة إلى { $day }*. { $left ->
    [one] بقي يوم واحد.
    [two] بقي يومان.
    [few] بقيت { $left } أيام.
    [many] بقي { $left } يوماً.
   *[other] بقي { $left } يوم.
}
repair-stands-over = *انتهت* التجربة مع { $name }، وتنتظر التقييم.
repair-stands-succeeded = *نجح* الإصلاح مع { $name }.
repair-stands-failed = *لم ينجح* الإصلاح مع { $name }، وعاد الملف إلى المراجعة.
repair-gates = قبل التجربة
repair-trial = التجربة
repair-plan = الخطة
repair-plan-none = لا خطة بعد.
repair-points = بنود الخطة
repair-meeting = اللقاء
repair-view = ما يقوله العميل
repair-agreed = ما وافق عليه
go-repair-plan = كتابة الخطة
go-repair-meeting = تسجيل اللقاء
go-repair-view = تدوين رأي العميل
go-repair-answers = الرد على نقاطه
go-repair-acknowledgement = تسجيل جوابه
go-repair-letter = تسجيل الإقرار بخطاب الحدود
go-repair-trial = بدء التجربة
go-repair-evaluation = تقييم التجربة
gate-plan_answers = نقطة من نقاط العميل بلا رد
gate-how-plan_answers = تُقبل كل نقطة أو تُردّ، مع السبب.
gate-name-plan_answers = الرد على نقاطه

said-agenda = جدول الأعمال
said-attendees = الحاضرون
meeting-agenda = جدول الأعمال
meeting-agenda-hint = مسودة، ولكل أمر سطر.
meeting-agenda-listen = كيف يرون الأمر؟ نستمع أولاً.
meeting-attendees = الحاضرون
meeting-attendees-hint = منهم ومنّا.
view-waits = كُتب هذا ولم يؤكَّد بعد. يُقرأ على العميل، ويُعتدّ به متى أكّده.
view-again = كتابة رأي آخر تستدعي رداً جديداً على نقاطه.
view-text-hint = بتعبيره هو. لكل نقطة سطر، ولكل سطر ردّ.
view-confirmed-hint = إلى ذلك الحين يبقى في الملف ولا يُعتدّ به.
answers-place = النقطة { $n } من { $of }
answers-accepted = هل نأخذ بها؟
answers-why = السبب
answers-why-hint = قد يُسأل عنه. يُكتب كما يُقال له.
answers-title = ما قاله العميل وردّنا
answers-open = بلا رد بعد.
answers-change = رد جديد
answer-accepted = مقبولة
answer-declined = غير مقبولة
acknowledgement-way = جوابه
acknowledgement-acknowledged = إقرار بالخطة
acknowledgement-refused = عدم موافقة
acknowledgement-means-acknowledged = يعرف الخطة، ويفي بما عليه.
acknowledgement-means-refused = يمكن أن تبدأ التجربة مع ذلك، ويبقى الرفض في السجل.
acknowledgement-how = كيف جاء الجواب
acknowledgement-how-hint = بخطاب أو مكالمة، وممّن.
letter-none = ليس في الخطة خطاب حدود. وتُضيفه نقطة من الخطة.
letter-on = يوم الإقرار

measure-of-paid_on_time = السداد في الموعد
measure-of-days_late = أيام التأخر
measure-of-hours_beyond_agreed = الساعات فوق المتفق عليه
measure-of-revision_rounds = جولات التعديل
measure-of-reply_days = مدة الرد
measure-of-boundary_breaches = تجاوز الحدود
measure-of-instalments_kept = الأقساط المسدَّدة
measure-of-satisfaction = الرضا
measure-of-delivered_on_time = تسليمنا في الموعد
measure-at-least = { $value } على الأقل
measure-at-most = { $value } على الأكثر
measure-unit-days_late = { $n ->
    [zero] لا تأخر
    [one] يوم واحد
    [two] يومان
    [few] { $value } أيام
    [many] { $value } يوماً
   *[other] { $value } يوم
}
measure-unit-hours_beyond_agreed = { $n ->
    [zero] لا ساعات
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $value } ساعات
   *[other] { $value } ساعة
}
measure-unit-revision_rounds = { $n ->
    [zero] بلا جولات
    [one] جولة واحدة
    [two] جولتان
    [few] { $value } جولات
   *[other] { $value } جولة
}
measure-unit-reply_days = { $n ->
    [zero] في اليوم نفسه
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $value } أيام عمل
   *[other] { $value } يوم عمل
}
measure-unit-boundary_breaches = { $n ->
    [zero] لا شيء
    [one] مرة واحدة
    [two] مرتان
    [few] { $value } مرات
   *[other] { $value } مرة
}
measure-unit-satisfaction = { $value } من 5
measure-limit-paid_on_time = الحد الأدنى، نسبة مئوية من الفواتير المستحقة.
measure-limit-days_late = الحد الأعلى، متوسط الأيام.
measure-limit-hours_beyond_agreed = الحد الأعلى، ساعات في التجربة كلها.
measure-limit-revision_rounds = الحد الأعلى، جولات لكل مُخرَج.
measure-limit-reply_days = الحد الأعلى، أيام عمل.
measure-limit-boundary_breaches = الحد الأعلى، عدد المرات.
measure-limit-instalments_kept = الحد الأدنى، نسبة مئوية من الأقساط المستحقة.
measure-limit-satisfaction = الحد الأدنى، من 1 إلى 5.
measure-limit-delivered_on_time = الحد الأدنى، نسبة مئوية من مُخرَجاتنا.
reading-met = ضمن الحد
reading-missed = خارج الحد
reading-blind = لم يظهر بعد
reading-rests = { $n ->
    [one] من سجل واحد
    [two] من سجلين
    [few] من { $n } سجلات
    [many] من { $n } سجلاً
   *[other] من { $n } سجل
}
trial-begins = أول يوم
trial-ends = آخر يوم
trial-ends-hint = مدة التجربة من 30 إلى 90 يوماً.
trial-measures = ما ننظر فيه
trial-measures-none = يُختار أمر واحد على الأقل.
trial-reads = في آخر 90 يوماً:
trial-blind = لا يظهر منه شيء في آخر 90 يوماً.
trial-lacks-payments = لا يمكن قول شيء عنه: ليست هناك دفعات معروفة.
trial-limit-wrong = يُكتب حدّ يمكن أن يبلغه هذا المقياس.
trial-begins-past = تبدأ التجربة اليوم أو بعده.
trial-ends-wrong = مدة التجربة من 30 إلى 90 يوماً، فيُختار يوم أخير آخر.
trial-days = من { $from } إلى { $to }
trial-note = كما تقرؤه السجلات اليوم. وكل رقم يفتح الصفوف التي يقوم عليها.
trial-note-ended = كما قرأته السجلات يوم التقييم.
evaluation-readings = ما تقوله المقاييس
evaluation-way = ما نراه
evaluation-succeeded = نجح الإصلاح
evaluation-failed = لم ينجح الإصلاح
evaluation-means-succeeded = يبقى عميلنا. ويمكن قول ذلك من آخر يوم في التجربة.
evaluation-means-failed = يعود الملف إلى المراجعة، لا إلى الإنهاء.
evaluation-text = السبب
evaluation-text-hint = ما تحسّن، وما لم يتحسّن، وما علينا منه.
evaluation-too-soon = التجربة مستمرة إلى { $day }، ومن ذلك اليوم يمكن القول إنها نجحت.

remedy-change_staff = تغيير بالموظفين
remedy-revise_terms = مراجعة الشروط
remedy-reset_expectations = إعادة تحديد التوقعات
remedy-payment_plan = جدول سداد
remedy-boundary_letter = خطاب الحدود
remedy-means-change_staff = يعمل معهم غيره من فريقنا، إن وافق من يُنقل. ولا يكون ذلك أبداً ضد من اشتكى.
remedy-means-revise_terms = النطاق والسعر والسداد وطريقة التغيير والسلوك والإشعار.
remedy-means-reset_expectations = ما ينتظره كل طرف: ما علينا، وما عليهم، وبماذا يظهر.
remedy-means-payment_plan = فواتير مسمّاة تُسدَّد على أقساط.
remedy-means-boundary_letter = كتابةً: ما يشمله العمل، ومن يقرر، وما يحدث خلاف ذلك.
plan-remedies = ما قد يُصلح
plan-remedies-none = يُختار واحد على الأقل.
plan-empty = في الخطة نقطة واحدة على الأقل.
plan-remedy = نوعها
plan-remedy-choose = اختيار
plan-words = المتفق عليه
plan-words-hint = جملة واحدة يقرؤها الطرفان على وجه واحد.
plan-words-hint-change_staff = من يحلّ محلّ من، وما كلفته، ومن أي يوم.
plan-words-hint-revise_terms = أي شرط، كما هو، وكما يصير.
plan-words-hint-reset_expectations = ما يحق لطرف أن ينتظره من الآخر.
plan-words-hint-payment_plan = ما يُسدَّد، وما يسري في أثناء ذلك.
plan-words-hint-boundary_letter = ما يشمله العمل، وكيف يُقرَّر، ومن يعتمد، وما يحدث خلاف ذلك.
plan-side = على من
plan-owner = من يفي بها
plan-owner-hint = شخص واحد باسمه، منّا أو منهم.
plan-owner-unknown = لا أحد في فريقنا بهذا الاسم. الأسماء: { $names }.
plan-due = الموعد
plan-measure = بماذا يظهر
plan-measure-hint = اختياري: ما يمكن أن ينظر فيه الطرفان.
plan-consent = وافق من يُنقل
plan-consent-hint = يُسأل أولاً.
plan-consent-missing = لا يتغير الموظفون إلا بموافقة من يُنقل.
plan-drop = حذف هذه النقطة
plan-point = النقطة { $n }
plan-point-more = إضافة نقطة
plan-pay = جدول السداد
plan-pay-note = الفواتير التي يسدّدها، والأقساط.
plan-pay-veiled = المبالغ لا تظهر لك، ويكتب الأقساط من يراها.
plan-invoices = الفواتير التي يسدّدها
plan-invoices-hint = مع ما بقي من كل فاتورة.
plan-invoices-closed = لا فاتورة مفتوحة.
plan-invoices-none = تُسمّى الفواتير التي يسدّدها.
plan-invoices-mixed = هذه الفواتير بعملات مختلفة، والجدول بعملة واحدة.
plan-instalment = القسط { $n }
plan-instalment-due = موعده
plan-instalment-amount = المبلغ
plan-instalment-more = إضافة قسط
plan-instalments-none = يُكتب قسط واحد على الأقل: موعده ومبلغه.
plan-amount-wrong = يُكتب مبلغ فوق الصفر.
plan-review = يُنظر فيها
plan-review-hint = خلال 90 يوماً.
plan-review-wrong = يُختار يوم آتٍ، بعد 90 يوماً على الأكثر.
part-words = المتفق عليه
part-measure = بماذا يظهر
part-remedy = نوعها
part-side = على من
part-owner = من يفي بها
part-due = الموعد
part-none = لا شيء
change-added = أُضيفت
change-dropped = حُذفت
change-changed = تغيّرت
change-kept = بقيت
changes-lede = في الخطة مع { $name }: *أُضيف { $added }، وتغيّر { $changed }، وحُذف { $dropped }*، وبقي { $kept }.
changes-heading = خطة الإصلاح، النسخة { $to } بجانب النسخة { $from }
changes-note = المشطوب كان في النسخة السابقة.
changes-before = كان:
changes-after = صار:
changes-whole = في الخطة كلها
