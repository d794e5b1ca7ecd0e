# الرسوم: كل رسم يقول ما يعرضه في جملة.
chart-table = الأرقام نفسها في جدول
chart-newest = الأحدث إلى { $side ->
    [left] اليسار
   *[right] اليمين
}.

# متى كان السداد من موعده.
late = { $n ->
    [0] في الموعد
    [one] بعد الموعد بيوم
    [two] بعد الموعد بيومين
    [few] بعد الموعد بـ{ $n } أيام
    [many] بعد الموعد بـ{ $n } يوماً
   *[other] بعد الموعد بـ{ $n } يوم
}
days = { $n ->
    [0] في الموعد
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يوماً
   *[other] { $n } يوم
}
dot-open = { $n ->
    [one] يوم واحد، مفتوحة
    [two] يومان، مفتوحة
    [few] { $n } أيام، مفتوحة
    [many] { $n } يوماً، مفتوحة
   *[other] { $n } يوم، مفتوحة
}
dot-open-short = { $n }، مفتوحة
dot-is-open = (مفتوحة)

punctuality-rises = يزداد السداد تأخراً: كان { $first }، وصار { $last }.
punctuality-falls = يتحسّن السداد: كان { $first }، وصار { $last }.
punctuality-holds = يأتي السداد عادةً { $usual }.
punctuality-in-time = يأتي السداد عادةً في موعده.
punctuality-few = { $n ->
    [one] فاتورة واحدة لا تُظهر عادة بعد.
    [two] فاتورتان لا تُظهران عادة بعد.
    [few] { $n } فواتير لا تُظهر عادة بعد.
   *[other] { $n } فاتورة لا تُظهر عادة بعد.
}
punctuality-open = { $n ->
    [one] وفاتورة واحدة ما زالت مفتوحة.
    [two] وفاتورتان ما زالتا مفتوحتين.
    [few] و{ $n } فواتير ما زالت مفتوحة.
   *[other] و{ $n } فاتورة ما زالت مفتوحة.
}
punctuality-note = الأيام بين الاستحقاق والسداد. كل نقطة فاتورة؛ والدائرة المفتوحة لم تُسدَّد حتى اليوم.
punctuality-caption = أيام التأخر

ageing-clear = لا شيء من مستحقاتنا عندهم متأخر
ageing-young = { $share } من مستحقاتنا عندهم متأخر حتى شهر
ageing-old = { $share } من مستحقاتنا عندهم متأخر أكثر من شهر
ageing-note = المجموع { $total }، موزّعاً بحسب مدة التأخر
ageing-caption = تقادم الذمم
age-not-due = لم تستحق
age-to-30 = { 1 }–{ 30 } يوماً
age-to-60 = { 31 }–{ 60 } يوماً
age-to-90 = { 61 }–{ 90 } يوماً
age-over-90 = أكثر من { 90 }

rate-falls = تعود الساعة علينا بأقل فأقل: كانت { $first }، وصارت { $last }
rate-rises = تعود الساعة علينا بأكثر فأكثر: كانت { $first }، وصارت { $last }
rate-below = تعود الساعة علينا بـ{ $last }، وهدفنا { $target }
rate-reached = تعود الساعة بما ينبغي: { $last }، والهدف { $target }
rate-holds = تعود الساعة علينا بنحو { $last }
rate-note = { $currency } للساعة في كل ربع، بعد طرح الضريبة وما نمرّره فقط.
rate-caption = المعدل الفعلي للساعة
rate-target = الهدف
quarter-short = ر{ $n }
quarter-long = الربع { $n ->
    [1] الأول
    [2] الثاني
    [3] الثالث
   *[4] الرابع
} { $year }

hours-within = لا نتجاوز الساعات المتفق عليها
hours-beyond = { $n ->
    [one] في شهر واحد من { $all } عملنا فوق المتفق عليه
    [two] في شهرين من { $all } عملنا فوق المتفق عليه
    [few] في { $n } أشهر من { $all } عملنا فوق المتفق عليه
   *[other] في { $n } شهراً من { $all } عملنا فوق المتفق عليه
}
hours-always-beyond = نعمل كل شهر فوق المتفق عليه
hours-open = ساعات العمل كل شهر، والمتفق عليه غير مدوَّن
hours-note = الساعات في الشهر، والخط المتقطع هو المتفق عليه.
hours-note-open = الساعات في الشهر.
hours-caption = ساعات العمل والساعات المتفق عليها
hours-agreed = المتفق

quality-theirs-fall = جودة عملنا ثابتة ورضا العميل ينزل، من { $first } إلى { $last } من { 5 }
quality-both-fall = جودة عملنا ورضا العميل ينزلان معاً، إلى { $last } من { 5 }
quality-theirs-rise = رضا العميل يرتفع، من { $first } إلى { $last } من { 5 }
quality-holds = رضا العميل ثابت عند نحو { $last } من { 5 }
quality-note = كل نقطة تقييم، تقابله جودة عملنا في آخر خمسة مُخرجات قبله؛ والأحدث أغمق.
quality-caption = الجودة والرضا
quality-axis = جودة عملنا كما قيست
satisfaction-axis = رضا العميل، { 1 }–{ 5 }
rated-first = الأول
rated-last = الأخير

head-invoice = الفاتورة
head-due = الاستحقاق
head-days-late = أيام التأخر
head-age = العمر
head-amount = المبلغ
head-quarter = الربع
head-rate = الساعة
head-month = الشهر
head-hours = الساعات
head-agreed = المتفق عليه
head-beyond = الزيادة
head-rated-on = يوم التقييم
head-quality = جودة عملنا
head-satisfaction = الرضا
