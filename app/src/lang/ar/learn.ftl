# التعلّم: مراجعة استخلاص الدروس بعد الانفصال، ودروسها، وما نتج عنها.

case-stage-learned = مستخلَص الدروس
case-gates-learned = قبل أن يُعد مستخلَص الدروس
stand-learned = استُخلصت *الدروس* من ملف { $name }، وخُتم.
limit-closed = يُفترض عقد مراجعة استخلاص الدروس في موعد أقصاه { $day }.
deadline-retrospective = مراجعة استخلاص الدروس
refused-identifies = سيقرأ الجميع هذا النص، وفيه ما يدل على صاحبه: { $marks }.
refused-identifies-next = يُكتب بلا أسماء ولا مبالغ ولا تواريخ ولا عناوين. وما كتبتموه محفوظ أدناه.
identifies-name = اسم
identifies-sum = مبلغ أو رقم
identifies-date = تاريخ
identifies-address = عنوان

go-retrospective = مراجعة استخلاص الدروس
retrospective-closed = ما الذي *نخرج به* من هذا الانفصال؟
retrospective-learned = هذا ما *خرجنا به*.
retrospective-lessons = الدروس المستفادة
retrospective-lessons-note = كل درس يغيّر طريقة عملنا أو مَن نقبل من العملاء، أو يُبقي على ما نجح. ولا يُسمّى فيه أحد، فكل من في المؤسسة يقرؤه.
retrospective-no-lessons = لم يُعتمد درس بعد.
retrospective-answers = ثلاث مجموعات من الأسئلة
retrospective-held = عُقدت
retrospective-forecast = ما توقعناه وما حدث
retrospective-no-forecast = لم تُجرَ المقارنة بعد.
retrospective-own = نصيبنا من المشكلة
retrospective-good = ما نجح، ونستمر عليه
retrospective-no-good = لم يُكتب شيء بعد.
retrospective-moments = كيف وصلنا إلى هنا
retrospective-moments-note = من أول علامة إنذار إلى الإقفال، كما في السجل. وكل محطة تقود إلى موضعها.
rests-on = يستند إلى:
set-management = إدارتنا نحن
set-expectations = التوقعات
set-obstacles = العوائق النظامية والمالية
set-open = { $n ->
    [one] سؤال واحد بلا جواب.
    [two] سؤالان بلا جواب.
    [few] { $n } أسئلة بلا جواب.
    [many] { $n } سؤالاً بلا جواب.
   *[other] { $n } سؤال بلا جواب.
}
question-first_sign = ماذا فعلنا حين ظهرت أول علامة؟
question-told = هل صارحنا العميل بما يقلقنا في وقته؟
question-own_work = ما الذي زاد الأمر سوءاً في عملنا نحن؟
question-late = ما الذي تأخرنا في حسمه، أو لم نحسمه؟
question-promised = بمَ وعدنا ولم نقدر عليه؟
question-expected = ما الذي توقعوه ولم يُتفق عليه قط؟
question-changed = ما الذي تغيّر لدى أحد الطرفين ولم يُتحدث عنه؟
question-clause = أي بند، أو أي بند غائب، كان عائقاً؟
question-payment = أي شروط سداد أو أسعار سمحت بأن يتفاقم؟
question-law = أي نظام أو ترخيص أو التزام أخّره أو رفع كلفته؟
question-rests = ما يستند إليه الجواب
question-rests-hint = نتيجة رصد، أو قيد في السجل، أو خطاب، أو سجل. وإن لم يوجد شيء فيُذكر ذلك.
question-rests-missing = يُختار ما يستند إليه، أو أنه لا يستند إلى مكتوب.
evidence-nothing = لا شيء مكتوب
evidence-finding = نتيجة رصد:
lesson-unknown = لا درس بهذا الرقم في هذا الملف. يُرجع إلى صفحة استخلاص الدروس ويُختار منها.
evidence-finding-hidden = نتيجة رصد لا تُعرض لكم
evidence-letter = خطاب:
moment-sign = أول علامة
moment-opened = فتح الملف
moment-cause = سبب محتمل
moment-talk = حديث
moment-review = مراجعة
moment-decision = قرار
moment-repair = إصلاح
moment-notice = إشعار
moment-handover = تسليم
moment-money = حساب
moment-closing = إقفال

compared-cash = النقد
compared-cash-says = { $n ->
    [none] لم يُستند إلى حساب لكلفة الإنهاء.
   *[other] كان متوقعاً أن يهبط دون الصفر في { $n } من كل 100 احتمال.
} { $below ->
    [yes] وقد هبط دون الصفر.
    [no] ولم يهبط دون الصفر.
   *[unknown] ولا يُعلم بعد ما حدث.
}
compared-replacement = التعويض بعميل آخر
compared-replacement-says = { $known ->
    [yes] كان متوقعاً في ثمانٍ من كل عشر حالات أن يوقّع البديل خلال { $low } إلى { $high } من الأشهر.
   *[no] لم تُتوقع مدة.
} { $replaced ->
    [yes] واستغرق { $took } من الأشهر من القرار إلى التوقيع.
   *[no] ولم يوقّع أحد بعد، أو لا يُعلم.
}
compared-last = آخر يوم
compared-last-of = آخر يوم للعقد { $contract }
compared-last-says = المحسوب: { $computed }. والواقع: { $came }، { $way ->
    [same] في اليوم نفسه.
    [later] { $n ->
        [one] متأخراً يوماً.
        [two] متأخراً يومين.
        [few] متأخراً { $n } أيام.
        [many] متأخراً { $n } يوماً.
       *[other] متأخراً { $n } يوم.
    }
   *[earlier] { $n ->
        [one] مبكراً يوماً.
        [two] مبكراً يومين.
        [few] مبكراً { $n } أيام.
        [many] مبكراً { $n } يوماً.
       *[other] مبكراً { $n } يوم.
    }
}
compared-receipt = الاستلام
compared-receipt-of = استلام إشعار العقد { $contract }
compared-receipt-says = المحسوب: { $computed }. واستُلم { $came }.
compared-obligations = الالتزامات
compared-obligations-says = { $n ->
    [0] لم يُنجز منها شيء له موعد.
   *[other] أُنجز { $kept } من { $n } في الموعد المتفق عليه أولاً.
}
own-parts-count = { $n ->
    [few] أجاب { $n } أشخاص بكلام عن نصيبنا من المشكلة، ولا يُعلم من قال ماذا.
    [many] أجاب { $n } شخصاً بكلام عن نصيبنا من المشكلة، ولا يُعلم من قال ماذا.
   *[other] أجاب { $n } شخص بكلام عن نصيبنا من المشكلة، ولا يُعلم من قال ماذا.
}
own-parts-few = أجاب بكلام أقل من أربعة، فلا يُذكر عددهم.
own-parts-unasked = لم يُطرح السؤال في هذه المراجعة.
lesson-owned = · يتولاه:
lesson-form-policy = طريقة عملنا
lesson-form-policy-hint = شروط أو أسعار أو حدود: تعديل له مسؤول ويوم.
lesson-form-criterion = مَن نقبل
lesson-form-criterion-hint = معيار قبول يُقاس به العميل القادم.
lesson-form-practice = ما نُبقي عليه
lesson-form-practice-hint = نجح كما هو، فلا يتغيّر شيء.
change-says = اعتباراً من { $day }، ويتولاه { $member }.
change-version-n = سياسة العلامات، الإصدار { $n }
change-no-version = قاعدة خارج سياسة العلامات
monitor-until = تُراقب الأسباب لدى العملاء الآخرين حتى { $day }، ويُبلَّغ { $member }.
recurrence-says = ظهر من جديد: { $clients ->
    [0] لا نتيجة رصد لدى عميل آخر
    [one] نتيجة الرصد لدى عميل آخر واحد
    [two] نتيجة الرصد لدى عميلين آخرين
    [few] نتيجة الرصد لدى { $clients } عملاء آخرين
    [many] نتيجة الرصد لدى { $clients } عميلاً آخر
   *[other] نتيجة الرصد لدى { $clients } عميل آخر
}{ $cases ->
    [0] .
    [few] ، والسبب في { $cases } ملفات أخرى.
    [many] ، والسبب في { $cases } ملفاً آخر.
   *[other] ، والسبب في { $cases } ملف آخر.
}
rates-before = في السنة السابقة: { $n } من { $of } من العملاء الآخرين، أي { $yearly } من كل 100 في السنة.
rates-before-few = في السنة السابقة: العملاء الآخرون أقل من أربعة، فلا يُعدّ شيء.
rates-after = ومنذ ذلك الوقت: { $n } من { $of } من العملاء الآخرين، أي { $yearly } من كل 100 في السنة.
rates-after-few = ومنذ ذلك الوقت: العملاء الآخرون أقل من أربعة، فلا يُعدّ شيء.
effect-kept = كما حُفظ { $day }.
effect-blind = لا تُظهر هذا السبب نتيجة رصد، فلا يُعدّ شيء، والحكم على أثره للناس.
go-policy = سياسة العلامات
go-lessons = كل الدروس

go-questions-management = الإجابة: إدارتنا نحن
ask-questions-management-title = إدارتنا نحن
ask-questions-management = ما نصيبنا من الطريقة التي أُديرت بها العلاقة؟
ask-questions-management-note = يُجاب عما تمكن الإجابة عنه، ويُذكر مع كل جواب ما يستند إليه.
ask-questions-management-do = حفظ
go-questions-expectations = الإجابة: التوقعات
ask-questions-expectations-title = التوقعات
ask-questions-expectations = ماذا توقع كل من الطرفين؟
ask-questions-expectations-note = وعودنا وآمالهم، كما كُتبت أو قيلت.
ask-questions-expectations-do = حفظ
go-questions-obstacles = الإجابة: العوائق النظامية والمالية
ask-questions-obstacles-title = العوائق النظامية والمالية
ask-questions-obstacles = ما الذي أعاقنا في العقد أو المال أو النظام؟
ask-questions-obstacles-note = ما كان سيغيّره عقد آخر أو سعر آخر أو ترتيب آخر للسداد.
ask-questions-obstacles-do = حفظ
go-own-parts-summary = تلخيص نصيبنا من المشكلة
ask-own-parts-summary-title = نصيبنا من المشكلة
ask-own-parts-summary = إلامَ تنتهي الأجوبة عن نصيبنا من المشكلة؟
ask-own-parts-summary-note = محاور لا أشخاص. فالأجوبة نفسها تُتلف يوماً ما، ويبقى هذا الملخص.
ask-own-parts-summary-do = حفظ
own-parts-text = الملخص
own-parts-hint = بلا أسماء ولا مبالغ ولا تواريخ.
go-forecast-fact = مقارنة التوقع بالواقع
ask-forecast-fact-title = التوقع والواقع
ask-forecast-fact = ماذا حدث مما توقعناه؟
ask-forecast-fact-note = ويؤخذ الباقي من الملف نفسه.
ask-forecast-fact-do = حفظ
forecast-below = هل هبط النقد دون الصفر؟
forecast-no = لا
forecast-yes = نعم
forecast-unknown = لا يُعلم بعد
forecast-replaced = وقّع العميل الذي حلّ محله، وقد دفع، في
forecast-replaced-hint = يُترك فارغاً ما لم يوقّع أحد. والمدة المتوقعة كذلك تنتهي بالتوقيع، وما بعده إلى اكتمال السداد محسوب فيها وحده.
forecast-text = ما يفسّر الفرق
go-good-things-kept = تدوين ما نجح
ask-good-things-kept-title = ما نجح
ask-good-things-kept = ما الذي نجح رغم كل شيء، ونستمر عليه؟
ask-good-things-kept-note = في الأعلى ما ذُكر في المراجعة.
ask-good-things-kept-do = حفظ
good-things-text = ما نستمر عليه
go-replacement-status = بيان حال التعويض
ask-replacement-status-title = التعويض
ask-replacement-status = أين وصلت خطة تعويض هذا العميل؟
ask-replacement-status-note = من يتولاها، وما أُنجز منها أو تُرك عن قصد. ويجوز بيانها من جديد ما دام الملف لم يُختم.
ask-replacement-status-do = حفظ
replacement-status = الخطة
replacement-status-replaced = عُوّضت المساهمة
replacement-status-under_way = قيد التنفيذ
replacement-status-not_begun = لم تبدأ بعد
replacement-status-not_sought = لا يُطلب تعويض، عن قصد
replacement-status-text = ما أُنجز، أو سبب تركه
replacement-status-says = { $status }، ويتولى ذلك { $member }.
retrospective-replacement = ما يحل محله
retrospective-no-replacement = لم يُذكر بعد أين وصلت الخطة.
go-retrospective-held = تسجيل انعقاد المراجعة
ask-retrospective-held-title = مراجعة استخلاص الدروس
ask-retrospective-held = متى عُقدت المراجعة، وإلامَ انتهت؟
ask-retrospective-held-note = الأجوبة مكتوبة من قبل، وهذا ختام الحديث عنها.
ask-retrospective-held-do = تسجيل
held-on = عُقدت في
held-text = ما انتهت إليه
held-text-hint = كيف قاد أمر إلى أمر، في جمل قليلة. ولا يقرؤه إلا المشاركون في الملف.
go-lesson = اعتماد درس
ask-lesson-title = درس مستفاد
ask-lesson = ما الذي نفعله على نحو آخر، أو نُبقي عليه؟
ask-lesson-note = جملة واحدة ينتفع بها من لا يعرف هذا العميل.
ask-lesson-do = اعتماد
lesson-text = الدرس
lesson-text-hint = كل من في المؤسسة يقرؤه: بلا عملاء ولا أشخاص ولا مبالغ ولا تواريخ ولا عناوين.
lesson-cause = السبب
lesson-finding = نتيجة الرصد التي يظهر فيها
lesson-finding-hint = بها يرى البرنامج هل يتكرر السبب لدى غيره.
lesson-no-finding = لا تُظهره نتيجة رصد
lesson-form = ما يغيّره
lesson-owner = من يتولاه
go-no-lesson = لا درس هنا
ask-no-lesson-title = بلا درس
ask-no-lesson = لماذا لا يوجد ما يُستفاد؟
ask-no-lesson-note = قد يكون ذلك: عميل بيع أو أغلق. ويلزم سبب يفهمه غيركم.
ask-no-lesson-do = تسجيل
no-lesson-text = السبب
go-lesson-withdrawal = سحب الدرس
ask-lesson-withdrawal-title = سحب درس
ask-lesson-withdrawal = لماذا لم يعد يصح؟
ask-lesson-withdrawal-note = يخرج من مكتبة الدروس التي يقرؤها الجميع، ولا يُرصد تكرار سببه بعد ذلك. ويبقى في الملف، ويبقى ما غيّره نافذاً إلى أن يُغيَّر.
ask-lesson-withdrawal-do = سحب
lesson-withdrawal-text = السبب
lesson-withdrawn = سُحب في { $day }.

go-lesson-change = تقييد التعديل
ask-lesson-change-title = تعديل سياسة
ask-lesson-change = ما الذي يتغيّر، ومتى، ومن يتولاه؟
ask-lesson-change-note = بلا مسؤول ولا يوم لا يتغيّر شيء.
ask-lesson-change-do = تقييد
change-text = ما يتغيّر
change-text-hint = القاعدة كما ستُقرأ.
change-on = اعتباراً من
change-version = في سياسة العلامات
change-version-hint = الإصدار الذي عُدّل فيه حدّ من أجله. ولا إصدار لغير ذلك من القواعد.
change-criterion = معيار القبول
change-criterion-hint = المعيار الناشئ من هذا الدرس. وما يُصاغ لاحقاً مستنداً إلى الدرس يظهر هنا من تلقاء نفسه.
change-no-criterion = لا معيار بعد
lesson-criterion = معيار القبول الناشئ منه:
go-lesson-monitor = مراقبة تكراره
ask-lesson-monitor-title = المراقبة
ask-lesson-monitor = من يُبلَّغ إذا تكرر السبب؟
ask-lesson-monitor-note = يُبحث سنةً بعد آخر درس عن نتيجة رصده وعن سببه لدى العملاء الآخرين.
ask-lesson-monitor-do = بدء المراقبة
monitor-owner = من يُبلَّغ
go-lesson-effect = حفظ ما عُدّ
ask-lesson-effect-title = الأثر
ask-lesson-effect = هل صار أندر لدى غيره؟
ask-lesson-effect-note = نتائج رصد لدى الآخرين في السنة السابقة للدرس ومنذ اعتماده، مقيسةً بمن كان يمكن أن تظهر لديهم. ولا يُعدّ ما استبعده الناس، ولا ما هو للمتابعة فقط.
ask-lesson-effect-do = حفظ هذا العدّ

gate-answers = مجموعة من الأسئلة بلا جواب
gate-how-answers = جواب واحد في كل مجموعة، وفي المسار الكامل جواب عن كل سؤال.
gate-name-answers = ثلاث مجموعات من الأسئلة
gate-own_parts_summed = لم يُلخَّص نصيبنا من المشكلة
gate-how-own_parts_summed = محاوره، بلا أسماء.
gate-name-own_parts_summed = نصيبنا من المشكلة
gate-forecast_compared = لم يُقارن التوقع بالواقع
gate-how-forecast_compared = النقد والتعويض والأيام والالتزامات.
gate-name-forecast_compared = التوقع والواقع
gate-good_things_kept = لم يُدوَّن ما نجح
gate-how-good_things_kept = ما نستمر عليه رغم هذا الانفصال.
gate-name-good_things_kept = ما نجح
gate-retrospective = لم تُعقد مراجعة استخلاص الدروس
gate-how-retrospective = معاً، خلال ثلاثين يوماً من الإقفال.
gate-name-retrospective = مراجعة استخلاص الدروس
gate-lessons = لم يُعتمد درس
gate-how-lessons = درس واحد على الأقل، أو سبب لعدم وجوده.
gate-name-lessons = الدروس المستفادة
gate-changes = لم يُقيَّد ما يغيّره درس
gate-how-changes = بمسؤول ويوم.
gate-name-changes = التعديلات
gate-replacement_plan = لم يُذكر أين وصل التعويض
gate-how-replacement_plan = حاله ومن يتولاه، وترك طلبه جواب أيضاً.
gate-name-replacement_plan = التعويض
gate-monitor = لا مراقبة للتكرار
gate-how-monitor = هل تتكرر الأسباب، على مدى سنة.
gate-name-monitor = مراقبة التكرار
case-skip-own_parts_summed = تلخيص نصيبنا من المشكلة
case-skip-forecast_compared = التوقع والواقع
case-skip-good_things_kept = ما نجح
case-skip-replacement_plan = حال التعويض
case-skip-monitor = مراقبة التكرار

event-RetrospectiveAnswered = أُجيب عن «{ $question }». أجاب { $who }.
event-OwnPartsSummed = لُخّص نصيبنا من المشكلة. لخّصه { $who }.
event-ForecastCompared = قورن التوقع بالواقع. قارنهما { $who }.
event-GoodThingsCarriedOn = دُوّن ما نجح ونستمر عليه. دوّنه { $who }.
event-ReplacementStated = بُيّن حال التعويض: { $status }، ويتولى ذلك { $member }. بيّنه { $who }.
event-RetrospectiveHeld = عُقدت مراجعة استخلاص الدروس { $day }. سجّل ذلك { $who }.
event-LessonAccepted = اعتُمد الدرس رقم { $n } ({ $cause })، { $form ->
    [policy] وهو يغيّر طريقة عملنا.
    [criterion] وهو يغيّر مَن نقبل.
   *[practice] وهو يُبقي على ما نجح.
} اعتمده { $who }.
event-LessonWithdrawn = سُحب الدرس رقم { $n }. سحبه { $who }.
event-NoLessonFound = سُجّل أنه لا درس هنا. سجّله { $who }.
event-PolicyChanged = قُيّد ما يغيّره الدرس رقم { $n } اعتباراً من { $day }، ويتولاه { $member }. قيّده { $who }.
event-MonitorSet = تُراقب الأسباب حتى { $day }، ويُبلَّغ { $member }. طلبه { $who }.
event-RecurrenceDetected = ظهر سبب الدرس رقم { $n } من جديد: { $clients ->
    [0] لا نتيجة رصد لدى الآخرين
    [one] نتيجة رصد لدى عميل آخر واحد
    [two] نتيجة رصد لدى عميلين آخرين
    [few] نتائج رصد لدى { $clients } عملاء آخرين
    [many] نتائج رصد لدى { $clients } عميلاً آخر
   *[other] نتائج رصد لدى { $clients } عميل آخر
}{ $cases ->
    [0] .
    [few] ، و{ $cases } ملفات أخرى.
    [many] ، و{ $cases } ملفاً آخر.
   *[other] ، و{ $cases } ملف آخر.
} رصده { $who }.
event-EffectMeasured = حُفظ ما عُدّ قبل الدرس رقم { $n } وبعده. حفظه { $who }.
