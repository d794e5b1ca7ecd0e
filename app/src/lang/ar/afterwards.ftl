# بعد الملف: ما يعوّض عميلاً فقدناه، وما يُتابع بعد إقفال الملف.

go-replacement = خطة التعويض
go-afterwards = بعد النهاية
replacement-unknown = لا يُعرف ما يتركه { $name } من مساهمة، فلا شيء يُقاس عليه.
replacement-nothing-lost = *لا يُفقد مع { $name } ما يلزم تعويضه.*
replacement-enough = *ما كسبناه وما هو قيد المتابعة يعوّض { $name }:* موزوناً باحتمالاته، { $share } مما يُفقد.
replacement-short = *ما كسبناه وما هو قيد المتابعة لا يعوّض { $name } بعد:* موزوناً باحتمالاته، { $share } مما يُفقد.
replacement-from-run = المساهمة المفقودة من محاكاة { $day } التي حفظها القرار. ويكفي أن يساويها الموزون، أو أن يبلغ مجموعه غير الموزون ثلاثة أمثالها.
replacement-from-records = لم يحفظ القرار محاكاة: المساهمة المفقودة ما تقوله السجلات اليوم. ويكفي أن يساويها الموزون، أو أن يبلغ مجموعه غير الموزون ثلاثة أمثالها.
replacement-from-nothing = تُربط فواتير هذا العميل وساعاته، أو تُذكر مساهمته حيث تُحاكى كلفة الإنهاء.
replacement-lost = المفقود في السنة
replacement-won = ما كُسب منذ القرار
replacement-weighted = الموزون
replacement-raw = قيد المتابعة غير موزون
replacement-times = مع ما كُسب، { $n } من أمثال المفقود
replacement-together = المفقود في السنة مع كل انفصال جارٍ
replacement-together-share = يعوّض ما كُسب وما هو قيد المتابعة، موزوناً، { $share } منه
replacement-replaced = منذ { $day } يعوّض من كُسبوا وسددوا ما فُقد، وعدد الأشهر بعد القرار { $n }{ $way ->
    [sooner] ، وهذا أقرب مما قالته ثمانية من كل عشرة احتمالات.
    [later] ، وهذا أبعد مما قالته ثمانية من كل عشرة احتمالات.
    [within] ، وهذا ضمن ما قالته ثمانية من كل عشرة احتمالات.
   *[none] .
}
replacement-first = جاء أول إيراد من عميل جديد في { $day }، وعدد الأشهر بعد القرار { $n }{ $way ->
    [sooner] ، وهذا أقرب مما قالته ثمانية من كل عشرة احتمالات.
    [later] ، وهذا أبعد مما قالته ثمانية من كل عشرة احتمالات.
    [within] ، وهذا ضمن ما قالته ثمانية من كل عشرة احتمالات.
   *[none] .
}
replacement-first-open = لم يأتِ إيراد من عميل جديد بعد، وعدد الأشهر بعد القرار { $n }{ $way ->
    [later] ، وهذا أبعد مما قالته ثمانية من كل عشرة احتمالات.
   *[none] .
}
replacement-chance = الاحتمال
replacement-no-sum = لم يُذكر، فلا يُحسب
replacement-refused = معيار يمنع، فلا يُحسب
replacement-pipeline = خط الفرص
replacement-pipeline-note = كل عميل محتمل قيد المتابعة باحتمال مرحلته؛ ومن يمنعه معيار لا يُحسب.
replacement-since = زمن التعويض مقابل المتوقع
replacement-signed = التوقيع
replacement-first-paid = أول إيراد
replacement-not-yet = ليس بعد
replacement-after = بعد القرار، بالأشهر: { $n }
replacement-none-won = لم نكسب أحداً منذ القرار.
replacement-no-forecast = لا توقّع يُقارن به.
replacement-forecast = المتوقع من القرار إلى التوقيع، بالأشهر: في نصف الاحتمالات لا يتجاوز { $half }، وفي ثمانية من كل عشرة بين { $low } و{ $high }.
replacement-history-note = من نكسبه من العملاء المحتملين يدخل في تاريخ مؤسستنا الذي تُحاكى منه كلفة الإنهاء:
replacement-simulation = كلفة الإنهاء
afterwards-lede-due = *حان النظر مجدداً في أمر { $name } منذ { $day }.*
afterwards-lede-next = *النظر التالي في أمر { $name } يوم { $day }.*
afterwards-lede-done = *تم كل نظر لازم في أمر { $name }.*
afterwards-note = لا يرى هذا إلا من شارك في الملف. وما يُقال هنا مختوم بمفتاحه.
afterwards-relationship = كيف افترقنا
afterwards-unsaid = لم يُذكر بعد
afterwards-access = الصلاحيات
afterwards-access-gone = أُلغيت كلها
afterwards-access-there = بقي منها شيء
afterwards-unlooked = لم تُراجع منذ النهاية
afterwards-reputation = ما قيل عنّا
afterwards-referred = من أحالوهم منذ ذلك
afterwards-rate = الإحالات إلينا في السنة
afterwards-rate-few = أقل من أربع، أو لم يحن وقتها، فلا تُذكر
referrals-yearly = { $before } في السنة قبل النهاية (عددها { $k })، و{ $after } في السنة منذها (عددها { $m }، وعدد الأيام { $days }).
referrals-chance = ولو لم يتغيّر شيء لكان احتمال هذه القلة { $chance }.
afterwards-thanks = شكر العميل بعد يومين من الإقفال
afterwards-thanks-sent = خرج خطاب شكر.
afterwards-thanks-declined = بيّن { $name } في { $day } لماذا لا يُشكر.
go-thanks = كتابة خطاب شكر
go-thanks-letter = خطاب الشكر
afterwards-checks = النظر مجدداً
afterwards-checks-note = في أول يوم عمل من حينها.
afterwards-check = بعد { $n } يوماً
afterwards-check-done = تم في { $day } على يد { $name }.
afterwards-check-late = مستحق منذ { $day }.
afterwards-check-due = في { $day }.
afterwards-looks-30 = هل بقي شيء معلّق؟ وهل أُلغيت كل الصلاحيات؟
afterwards-looks-60 = الباب مفتوح: يمكن طلب إحالة أو تزكية.
afterwards-door-shut = لم يذكر أحد أن الباب مفتوح، فلا تُطلب إحالة ولا تزكية.
afterwards-looks-180 = ماذا يُقال عنّا؟ وأي البنود ما زال يُلزم، وحتى متى؟ وهل عُوّض ما فُقد كما خُطّط؟
afterwards-looks-365 = ماذا يُقال عنّا؟ وأي البنود ما زال يُلزم، وأي الأوراق حان إتلافها؟ وهل عُوّض ما فُقد، وهل تكرر السبب؟
afterwards-do = تسجيل
afterwards-do-thanks = شكر العميل
afterwards-thanks-given = هل شُكر العميل؟
afterwards-thanks-said = كيف، أو لماذا لم يُشكر
afterwards-thanks-hint = لا يشكر البرنامج أحداً من تلقاء نفسه. وإن لم يُشكر العميل لزم ذكر السبب.
afterwards-do-check = نظر مجدد
afterwards-do-access = مراجعة الصلاحيات
afterwards-do-reputation = تقييم أو تزكية أو إحالة أو شكوى
afterwards-do-recommend = هل يوصون بنا
afterwards-do-relationship = كيف افترقنا
afterwards-do-survival = حتى متى يُلزم بند
afterwards-which = أيّها
afterwards-on = في أي يوم
afterwards-found = ما تبيّن
afterwards-all-gone = هل أُلغيت كل الصلاحيات، ما لنا عندهم وما لهم عندنا؟
afterwards-score = إلى أي حد يوصون بنا، كما قالوا: من 0 إلى 10
afterwards-score-hint = يُسأل مرة واحدة، وحيث لم يُغلق الباب وحده. ومن لم يُجب لم يقل 0.
afterwards-score-of = { $n } من 10
afterwards-recommends = التوصية بنا
afterwards-kind = ما هو
afterwards-calendar-look = نظر مجدد بعد { $n } يوماً من الإقفال
afterwards-calendar-clause = آخر يوم لبند باقٍ بعد الإنهاء
afterwards-clause = البند
afterwards-contract = العقد
afterwards-until = يُلزم حتى
afterwards-undated = لم يُذكر يوم
afterwards-clause-words = بنص العقد
afterwards-clause-hint = إن لم يكن البند في القائمة فنصّه لازم، إذ به يُعرف.
afterwards-other-clause = السرّية، أو بند آخر ليس في القائمة
afterwards-day-wrong = يلزم هنا يوم؛ وما وقع لا يكون بعد اليوم الحاضر.
afterwards-overtaken = سجّل غيرك شيئاً في الأثناء. يُنظر في الصفحة ثم يُعاد الحفظ؛ وما كُتب هنا باقٍ.
afterwards-no-act = لم يُذكر ما جرى. يُختار من النماذج أدناه ثم يُعاد الحفظ.
afterwards-survival = بنود باقية بعد الإنهاء
afterwards-survival-note = كما أُثبتت في العقد، أو ذُكرت هنا.
afterwards-no-clauses = لم يُثبت بند كهذا في عقد لهذا العميل. والسرّية تبقى مُلزمة في الغالب، فتُذكر هنا بيومها.
afterwards-told-thanked = شُكر العميل في { $day }.
afterwards-told-unthanked = لا يُشكر العميل.
afterwards-told-check = نُظر في الأمر بعد { $n } يوماً، في { $day }.
afterwards-told-gone = رُوجعت الصلاحيات في { $day }: أُلغيت كلها.
afterwards-told-there = رُوجعت الصلاحيات في { $day }: بقي منها شيء.
afterwards-told-reputation = { $kind }، في { $day }.
afterwards-told-recommended = قالوا في { $day } إنهم يوصون بنا بدرجة { $n } من 10.
afterwards-told-relationship = كيف افترقنا: { $state }.
afterwards-told-other-clause = بند آخر يُلزم حتى { $day }.
afterwards-told-survival = { $term } ({ $contract }): يُلزم حتى { $day }.
reputation-review = تقييم
reputation-reference = تزكية
reputation-referral_in = إحالة إلينا
reputation-referral_out = إحالة منّا
reputation-complaint = شكوى
relationship-open_door = الباب مفتوح
relationship-neutral = على حياد
relationship-closed = الباب مغلق
