# جدوى الاحتفاظ: أرقام العميل، والمقارنة بين الخيارات، وأوزانها.
worth-title = جدوى الاحتفاظ
worth-lede = ما يأتي به { $name } وما يأخذه، كلٌّ على حدة. لا شيء هنا يُجمع في رقم واحد.
worth-lede-leaves = أبقى لنا { $name } مبلغ { $sum } بعد كل التكاليف في { $n ->
    [one] آخر ربع سنة كامل
    [two] آخر ربعين كاملين
   *[other] آخر { $n } أرباع كاملة
}.
worth-lede-costs = كلّفنا { $name } مبلغ { $sum } فوق ما جاء به في { $n ->
    [one] آخر ربع سنة كامل
    [two] آخر ربعين كاملين
   *[other] آخر { $n } أرباع كاملة
}.
worth-note = من سجلات اليوم. وما يعرفه الناس فوق ذلك يُقال مع الخيارات.
worth-money = المال
worth-money-for = المبالغ للمالية ولصاحب القرار. وما ليس مالاً يظهر للجميع أدناه.
worth-money-hidden = للمالية ولصاحب القرار
worth-contribution = ما بقي بعد كل التكاليف، آخر أربعة أرباع كاملة
worth-lifetime = السنوات القادمة
worth-lifetime-basis = إن كان احتمال البقاء كل سنة { $stays }، وكلفة رأس المال { $capital }
worth-stays = ما احتمال أن يبقى العميل سنة أخرى، بالمئة؟
worth-stays-note = لا يُحفظ شيء. تُجرَّب نسبة منخفضة وأخرى مرتفعة: الفرق بينهما يدل على أهميتها.
worth-stays-wrong = رقم من 0 إلى 100.
worth-stays-do = حساب
worth-share = مقدار ما يتوقف على العميل
worth-share-says = { $share } من إيرادنا في اثني عشر شهراً؛ وعملاؤنا بوزن { $n } من العملاء المتساوين
worth-lacks = غير معروف: ينقص { $need }. { $do }
worth-good = نفع فوق المال
worth-good-note = تزكيات وإحالات ومهارات وأعمال نعرضها.
worth-good-none = لا تذكر سجلات السنة الأخيرة شيئاً.
worth-harm = الضرر
worth-harm-note = في آخر 365 يوماً. لا تُجمع السطور؛ فالساعات الزائدة على المتفق عليه قد تكون خارج النطاق أيضاً.
worth-harm-none = لا تُظهر السجلات ضرراً.
worth-hours = { $n ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $n } ساعات
   *[other] { $n } ساعة
}
worth-rows = الصفوف
worth-more-rows = { $n ->
    [one] وصف آخر
    [two] وصفان آخران
    [few] و{ $n } صفوف أخرى
    [many] و{ $n } صفاً آخر
   *[other] و{ $n } صف آخر
}
worth-people = الناس
worth-people-note = نبض الفريق بلا أسماء، ولا يظهر قبل أربعة أجوبة؛ ولا يُرى جواب أحد بعينه.
worth-pulse = كيف هو العمل لهذا العميل
worth-pulse-says = { $median } من 5، وهو الوسيط بين { $n ->
    [few] { $n } أجوبة
    [many] { $n } جواباً
   *[other] { $n } جواب
}
worth-repair = احتمال نجاح الإصلاح
worth-repair-says = ينجح ما بين { $low } و{ $high } من كل 100 إصلاح كالذي نجرّبه.
worth-repair-note = من تجاربنا: نجح { $repaired } وأخفق { $failed }. وحين تكون قليلة يتسع المدى، وهذا ما يقوله.
worth-repair-untried = لم تنتهِ تجربة إصلاح لنا بعد، فالمدى لا يكاد يقول شيئاً.
worth-depends = ما يتوقف عليه
worth-depends-none = لم يُحدَّد عقد في هذا الملف.
worth-depends-contracts = العقود:
worth-depends-see = كل عقود هذا العميل
harmed-money = المال
harmed-hours = الوقت
harmed-people = فريقنا وفريقهم
harmed-reputation = السمعة
harm-expected_loss = متأخرات لا يُتوقع تحصيلها
harm-late_money = كلفة التأخر في السداد
harm-hours_beyond_agreed = ساعات فوق المتفق عليه
harm-hours_outside_scope = ساعات خارج النطاق بلا مقابل
harm-rounds_beyond_agreed = جولات تعديل فوق المتفق عليه
harm-late_by_client = مُخرَجات أخّرها العميل
harm-boundaries = تجاوز للحدود المهنية
harm-doubts = تشكيك في قدرتنا
harm-their_people = وقائع تمس موظفيهم
harm-disputes = نزاعات لم يكن الحق فيها معهم
harm-escalations = تصعيد لم يكن الحق فيه معهم
harm-third_parties = وقائع تمس آخرين

criterion-worth = الجدوى
criterion-note-worth = ما يبقى لنا من العميل الآن وفي السنوات القادمة
criterion-harm = الضرر
criterion-note-harm = المال والوقت والسمعة
criterion-repair_probability = احتمال الإصلاح
criterion-note-repair_probability = فرصة أن يتحسن الأمر
criterion-exit_cost = كلفة الإنهاء
criterion-note-exit_cost = ما يتطلبه الإنهاء، وقدرة النقد عليه
criterion-people = الناس
criterion-note-people = أثره في الفريق
criterion-ethics = الأخلاق
criterion-note-ethics = أن نرضى عنه أمام أنفسنا
options-title = المقارنة بين الخيارات
options-lede = الخيارات جنباً إلى جنب، بأوزان حُددت قبل هذا الملف.
options-note = يرتّب هذا ما ترونه، ولا يقرر شيئاً. ومن يقرر يذكر أسبابه.
options-weights = الأوزان
options-weights-since = تحديدها
options-weights-see = عرضها كلها
options-weights-set = الإصدار { $n }، حُدد في { $day }، قبل هذا الملف
options-weights-none = لم يحددها أحد، فكلها سواء
options-result = حصيلة الدرجات
options-result-note = كثرة تقدّم الخيار في أوزان عشوائية تدل على ثبات موضعه.
options-option = الخيار
options-total = الدرجة الموزونة
options-first-share = تقدّمه في الأوزان العشوائية
options-first = يتقدم خيار «{ $outcome }»، وكذلك في { $n } من كل 100 توزيع عشوائي للأوزان.
options-first-weak = يتقدم خيار «{ $outcome }»، لكن في { $n } فقط من كل 100 توزيع عشوائي: الأمر معلّق بالأوزان.
options-wins = أولاً في { $n } من كل 100 توزيع
options-unscored = لا يدخل خيار «{ $outcome }» في المقارنة: لا درجة له في { $missing }.
options-flips = ما الذي يقلب النتيجة
options-flips-none = لا وزن وحده يقلبها ولا درجة وحدها.
options-flip-weight = لو كان وزن «{ $criterion }» { $to } بدل { $from } لتقدم خيار «{ $winner }».
options-flip-score = لو كانت درجة «{ $option }» في «{ $criterion }» { $to } بدل { $from } لتقدم خيار «{ $winner }».
options-said = ما قيل معها
options-before = ثلاثة أسئلة أولاً
options-before-note = تُحفظ أجوبتها مع الدرجات.
options-as_new = لو جاءنا هذا العميل اليوم، فهل نبدأ معه بهذه الشروط؟
options-as_new-note = ما بذلناه مضى في الحالين، والوفاء لقرار قديم غير الوفاء للناس. المهم ما يأتي.
options-beyond_figures = ما قيمة العميل التي لا يظهرها رقم؟
options-beyond_figures-note = اسم يفتح أبواباً، أو مهارة نتعلمها، أو سوق نريد دخولها.
options-depends_on = ما الذي يتوقف عليه غير ذلك؟
options-depends_on-note = عقود أخرى، إحالات، مجموعة شركات، موردون مشتركون، تراخيص، تأشيرات.
options-scores = الدرجات
options-scores-note = من 0 إلى 10، والأعلى أفضل دائماً: 10 في الضرر تعني ألا يبقى ضرر، و10 في كلفة الإنهاء تعني ألا كلفة. وخيار بلا درجات لا يدخل المقارنة.
options-score-invalid = رقم من 0 إلى 10.
options-fault-score = «{ $option }»، { $criterion }: رقم من 0 إلى 10. وكل ما كتبتموه سوى ذلك باقٍ هنا.
options-too-few = تلزم درجات كاملة لخيارين على الأقل. وكل ما كتبتموه باقٍ هنا.
options-fault-weights = لا يمكن استعمال أوزان هذا الملف؛ ويحدد المالك غيرها للملفات القادمة.
options-try = عرض النتيجة
options-save = حفظ مع الملف
options-save-hint = الحفظ يثبّت الدرجات والأوزان وأرقام اليوم في السجل.
options-save-again = تقف النسخة اللاحقة إلى جانب المحفوظة، وتبقى الاثنتان في السجل.

weights-title = أوزان المعايير
weights-lede = بهذه الأوزان تُقارن الخيارات في كل ملف يُفتح من الآن.
weights-lede-none = لم يُحدَّد بعد وزن كل معيار، فالمعايير كلها سواء عند المقارنة.
weights-note = تُحدَّد قبل الحاجة إليها. ويلتزم كل ملف بالإصدار الذي كان سارياً يوم فُتح، كي لا تُفصَّل الأوزان على القرار.
weights-now = الآن
weights-reason = لماذا هذه الأوزان؟
weights-save = اعتمادها من الآن
weights-owner-sets = يحددها المالك.
weights-past = الإصدارات السابقة والحالي
weights-past-none = لا شيء بعد.
weights-version = الإصدار { $n }، حدده { $who } في { $day }
weights-invalid = رقم من 0 إلى 1,000.
weights-all-zero = لا بد أن يكون لمعيار واحد وزن على الأقل. لم يُحفظ شيء.
weights-reason-missing = يرجى ذكر السبب في جملة.
weights-overtaken = حُددت أوزان أخرى في هذه الأثناء. لم يُحفظ شيء مما كتبتموه؛ ويُنظر فيها أولاً.
