# نتيجة رصد واحدة.
finding-since = رُصدت أول مرة في
finding-gone = لم تعد هذه العلامة تُرصد عند { $name }.
finding-how = كيف عرفنا
finding-us = هل السبب منّا؟
finding-change = ما الذي يغيّرها
finding-rows = الصفوف التي تقوم عليها
finding-history = ما آلت إليه
finding-reports = البلاغات التي تقوم عليها
finding-confirm = تأكيد النتيجة
finding-dismiss = استبعاد بسبب
finding-dismiss-do = استبعاد
finding-reason = لماذا لا تصحّ؟
finding-reason-hint = تبقى ظاهرة مع السبب واسم صاحبه، وإن اشتدّت سألنا من جديد.
finding-remedy = ما قد يفيد:
finding-maybe-ours = كانت جودة عملنا دون حدّ الحماية في هذه المدة. وما لم ينظر فيها أحد فلا تُبنى عليها خطوة تجاه العميل.
dismiss-reason-missing = السبب لازم: بعد سنة لن يتذكر أحد لماذا. تكفي جملة واحدة.
state-asked-again = اشتدّت بعد البتّ فيها
fact-value = القيمة
fact-threshold = الحد الفاصل
fact-rows-says = { $rows ->
    [one] صف واحد، نُظر في { $n }
    [two] صفان، نُظر في { $n }
    [few] { $rows } صفوف، نُظر في { $n }
    [many] { $rows } صفاً، نُظر في { $n }
   *[other] { $rows } صف، نُظر في { $n }
}
fact-test = الاختبار
fact-known-on = سريان المعرفة
fact-detector = الكاشف
fact-policy = السياسة
fact-quality = جودة عملنا
fact-quality-above = { $quality }، فوق حدّ الحماية { $guard }
fact-quality-below = { $quality }، دون حدّ الحماية { $guard }
threshold-above = { $what }، والقيمة فوقه
threshold-reached = { $what }، والقيمة بلغته
threshold-below = { $what }، والقيمة دونه
threshold-sunk-to = { $what }، والقيمة نزلت إليه
unit-days = { $n ->
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يوماً
   *[other] { $n } يوم
}
unit-days-per-invoice = { $n ->
    [one] يوم لكل فاتورة
    [two] يومان لكل فاتورة
    [few] { $n } أيام لكل فاتورة
    [many] { $n } يوماً لكل فاتورة
   *[other] { $n } يوم لكل فاتورة
}
unit-times = { $n ->
    [one] مثل واحد
    [two] مثلان
    [few] { $n } أمثال
    [many] { $n } مثلاً
   *[other] { $n } مثل
}
unit-deviations = { $n ->
    [one] انحراف معياري واحد
    [two] انحرافان معياريان
    [few] { $n } انحرافات معيارية
    [many] { $n } انحرافاً معيارياً
   *[other] { $n } انحراف معياري
}
unit-score = { $n } من { 5 }
confidence-low = منخفضة
confidence-medium = متوسطة
confidence-high = عالية
chance-10000 = لو كان الأمر مصادفة لما بلغ هذا مرة في عشرة آلاف.
chance-1000 = لو كان الأمر مصادفة لما بلغ هذا مرة في ألف.
chance-100 = لو كان الأمر مصادفة لما بلغ هذا مرة في مئة.
chance-20 = لو كان الأمر مصادفة لما بلغ هذا مرة في عشرين.
chance-10 = لو كان الأمر مصادفة لما بلغ هذا مرة في عشر.
chance-share = المصادفة وحدها تُظهر مثل هذا في { $share } من الأحوال.
test-P5 = Wilson, Mann–Kendall, Theil–Sen, Cochran–Armitage
test-P6 = beta-binomial
test-E7 = Theil–Sen
test-D2 = Poisson الدقيق
test-D5 = حدّ تنبؤ من طرف واحد
test-R1 = جدول قواعد، Spearman
test-R2 = درجات معيارية
test-R3 = Poisson الدقيق
test-R4 = نسبة المعدلين الدقيقة، u-chart
test-R6 = Hodges–Lehmann
test-R11 = Mann–Kendall
invoice-open = مفتوحة
invoice-unpaid = لم تُسدَّد
head-paid = السداد
rows-from = من ملف
rows-from-files = { $n ->
    [one] من ملف واحد
    [two] من ملفين
    [few] من { $n } ملفات
   *[other] من { $n } ملفاً
}
rows-others = { $n ->
    [one] الصف الباقي
    [two] الصفان الباقيان
   *[other] بقية الصفوف ({ $n })
}
rows-kept = تقوم على { $n } من الصفوف، وأشدّها دلالة ({ $kept }) محفوظ معها.
rows-own-hours = ساعات غيركم محسوبة، ولا تُعرض هنا.
rows-list = القائمة كلها
report-open = فتح البلاغ

explain-caption = تفسيرات متنافسة
explain-cause = التفسير
explain-for = معه
explain-against = عليه
cause-administrative = خطأ إداري منّا
cause-administrative-for = { $n ->
    [0] {""}
    [one] فاتورة متأخرة واحدة فيها خطأ أو بلا رقم أمر شراء أو تعثّرت في بوابة.
    [two] فاتورتان متأخرتان فيهما خطأ أو بلا رقم أمر شراء أو تعثّرتا في بوابة.
    [few] { $n } فواتير متأخرة فيها خطأ أو بلا رقم أمر شراء أو تعثّرت في بوابة.
   *[other] { $n } فاتورة متأخرة فيها خطأ أو بلا رقم أمر شراء أو تعثّرت في بوابة.
}
cause-administrative-against = { $rest ->
    [0] {""}
   *[other] { $n ->
        [0] لا خطأ في أيٍّ من الفواتير المتأخرة ({ $late }).
       *[other] البقية صحيحة ({ $rest }).
    }
}
cause-dissatisfaction = عدم رضا عن العمل
cause-dissatisfaction-for = { $n ->
    [0] {""}
    [one] فاتورة متأخرة واحدة متنازع على سعرها أو جودتها أو نطاقها.
    [two] فاتورتان متأخرتان متنازع على سعرهما أو جودتهما أو نطاقهما.
    [few] { $n } فواتير متأخرة متنازع على سعرها أو جودتها أو نطاقها.
   *[other] { $n } فاتورة متأخرة متنازع على سعرها أو جودتها أو نطاقها.
} { $unhappy ->
    [yes] الرضا ينزل.
   *[no] {""}
}
cause-dissatisfaction-against = { $n ->
    [0] لا نزاع على العمل في أيٍّ من الفواتير المتأخرة.
   *[other] { $rest ->
        [0] {""}
       *[other] بقية المتأخرات بلا نزاع ({ $rest }).
    }
}
cause-distress = ضائقة مالية
cause-distress-for = { $lengthens ->
    [yes] كل فاتورة أكثر تأخراً من سابقتها.
    [slowly] كل فاتورة أكثر تأخراً من سابقتها { $slope ->
        [one] بيوم
        [two] بيومين
        [few] بـ{ $slope } أيام
        [many] بـ{ $slope } يوماً
       *[other] بـ{ $slope } يوم
    }.
   *[no] {""}
} { $in_parts ->
    [0] {""}
    [one] سُدّدت واحدة على دفعات.
    [two] سُدّدت اثنتان على دفعات.
   *[other] سُدّدت { $in_parts } منها على دفعات.
} { $broken ->
    [0] {""}
    [one] أُخلف وعد واحد بالسداد.
    [two] أُخلف وعدان بالسداد.
    [few] أُخلفت { $broken } وعود بالسداد.
   *[other] أُخلف { $broken } وعداً بالسداد.
}
cause-distress-against = { $lengthens ->
    [yes] {""}
    [slowly] {""}
   *[no] التأخر لا يطول.
} { $in_parts ->
    [0] لم يُسدَّد شيء على دفعات.
   *[other] {""}
}
cause-habit = عادة
cause-habit-for = { $n ->
    [0] {""}
   *[other] التأخر يكاد لا يختلف: نصفه الأوسط ضمن { $spread ->
        [one] يوم واحد
        [two] يومين
        [few] { $spread } أيام
        [many] { $spread } يوماً
       *[other] { $spread } يوم
    }.
}
cause-habit-against = { $lengthens ->
    [yes] التأخر يطول.
    [slowly] التأخر يطول.
   *[no] { $n ->
        [0] التأخر يختلف: نصفه الأوسط يمتد على { $spread ->
            [one] يوم واحد
            [two] يومين
            [few] { $spread } أيام
            [many] { $spread } يوماً
           *[other] { $spread } يوم
        }.
       *[other] {""}
    }
}

# ما رُصد من قبل ويُحتسب مع نتائج اليوم، فلا تستدعي المراجعةَ إلا مجتمعة.
earlier-sign = { $sign } (آخر مرة في { $day })
earlier-signs = باحتساب ما رُصد في آخر { $days } يوماً يلزم فتح مراجعة: { $signs }.

# ما يقع في موسم من مواسم بلد العميل يُعزل عن غيره؛ يقال بعد بيان كيف عرفنا.
sign-season = { $apart ->
    [one] وقد وقع واحد مما قورن
    [two] وقد وقع اثنان مما قورن
   *[other] وقد وقع { $apart } مما قورن
} في موسم تتغيّر فيه الأحوال، وأكثره في { $season ->
    [ramadan] رمضان
    [feast] أيام العيد
    [august] أغسطس
   *[year_end] آخر السنة الميلادية وأولها
}. { $season_is ->
    [rest] فعُزل عن غيره، والباقي وحده يبلغ هذه الدرجة.
    [earlier] فقورن بالموسم نفسه من السنوات السابقة، وهو هذه المرة أشدّ.
   *[nothing] ومن دونه ما كانت هذه العلامة لتظهر، ولا يُعرف موسم سابق يُقارن به، فهي للمتابعة فقط.
}
