# صفحة عميل واحد.
client-since = عميل منذ { $month }
client-lead = مسؤول العلاقة: { $lead }
client-waiting = وصلت سجلاته، *وننظر فيها الآن*.
client-stale = لم يصلنا جديد عن { $name } *منذ سنة*، وما كان حينها قليل الدلالة على اليوم.
client-unseen = *لا نرى ما يكفي للحكم* على { $name }، وغياب العلامة لا يعني السلامة.
client-dismissed = لا يظهر عند { $name } *إلا ما استُبعد*: { $signs }.
client-no-signs = *لا علامات* عند { $name } في آخر اثني عشر شهراً.
client-no-signs-seen = *لا علامات* عند { $name } فيما نراه من آخر اثني عشر شهراً.
fact-state = الحال
fact-overdue = مستحقات متأخرة
fact-share = الحصة من الإيراد
fact-our-quality = جودة عملنا للعميل
fact-our-quality-says = { $n ->
    [0] { $quality }
    [one] { $quality } في مُخرَج واحد
    [two] { $quality } في مُخرَجين
    [few] { $quality } في { $n } مُخرَجات
    [many] { $quality } في { $n } مُخرَجاً
   *[other] { $quality } في { $n } مُخرَج
}
fact-rows = الصفوف
fact-confidence = درجة الثقة
act-note = تسجيل ملاحظة
act-enter = إدخال سجل
act-account = الحساب
act-review = فتح مراجعة
act-review-on = إلى المراجعة
client-case = مراجعة فُتحت في { $day }: { $stage }
act-report = تقديم بلاغ
client-jump = في هذه الصفحة
client-pictures = الصور
client-pictures-note = الزمن يسير مع اتجاه القراءة
client-pictures-note-fixed = الزمن يسير من اليسار إلى اليمين
client-ours = وما علينا نحن
client-records = السجلات
client-records-note = كل ما تقوم عليه هذه الصفحة
count-findings = { $n ->
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $n } نتائج
   *[other] { $n } نتيجة
}
count-blind = { $n ->
    [one] نقطة عمياء واحدة
    [two] نقطتان عمياوان
    [few] { $n } نقاط عمياء
   *[other] { $n } نقطة عمياء
}
quiet-summary = { $n ->
    [one] وواحدة أخرى: { $names }
    [two] واثنتان أخريان: { $names }
   *[other] و{ $n } غيرها: { $names }
}
family-no-signs = لا علامة في آخر اثني عشر شهراً.
family-unseen = لا نرى من هذا شيئاً بعد.
family-no-signs-seen = لا علامة فيما نراه.
state-observed = لم يُبتّ فيها بعد
state-confirmed = مؤكَّدة
state-dismissed = مستبعَدة
sign-dismissed = نتيجة مستبعَدة:
tag-maybe-ours = قد تكون منّا
tag-informs = للعلم فقط
all-rows = { $n ->
    [one] الصف الواحد
    [two] الصفان
    [few] الصفوف الـ{ $n }
   *[other] كل الصفوف ({ $n })
}
blind-summary = { $n ->
    [one] ما لا يراه كاشف واحد
    [two] ما لا يراه كاشفان
    [few] ما لا تراه { $n } كواشف
   *[other] ما لا يراه { $n } كاشفاً
}
blind-note = *ينقص: { $need }.* { $do } ويُظهر ذلك: { $opens }.
late-chance = { $n ->
    [0] بالنظر إلى سداده حتى الآن يكاد يكون مؤكداً أن تأتي دفعته القادمة *في موعدها*.
    [10] بالنظر إلى سداده حتى الآن يكاد تأخر دفعته القادمة يكون *مؤكداً*.
   *[other] بالنظر إلى سداده حتى الآن ستتأخر نحو { $n } من كل { 10 } فواتير قادمة.
}
picture-missing = *لا صورة عن { $picture }.* { $do }
picture-rate = عائد الساعة
picture-hours = ساعات كل شهر
picture-payments = ما دُفع ومتى دُفع
picture-quality = جودة عملنا بإزاء رضا العميل
ours-late = { $n ->
    [one] *تأخّرنا مرة واحدة،* بمقدار { $worst ->
        [one] يوم
        [two] يومين
        [few] { $worst } أيام
        [many] { $worst } يوماً
       *[other] { $worst } يوم
    }. وهذا مسجّل في الدفتر نفسه:
    [two] *تأخّرنا مرتين،* بما لا يزيد على { $worst ->
        [one] يوم
        [two] يومين
        [few] { $worst } أيام
        [many] { $worst } يوماً
       *[other] { $worst } يوم
    }. وهذا مسجّل في الدفتر نفسه:
    [few] *تأخّرنا { $n } مرات،* بما لا يزيد على { $worst ->
        [one] يوم
        [two] يومين
        [few] { $worst } أيام
        [many] { $worst } يوماً
       *[other] { $worst } يوم
    }. وهذا مسجّل في الدفتر نفسه:
   *[other] *تأخّرنا { $n } مرة،* بما لا يزيد على { $worst ->
        [one] يوم
        [two] يومين
        [few] { $worst } أيام
        [many] { $worst } يوماً
       *[other] { $worst } يوم
    }. وهذا مسجّل في الدفتر نفسه:
}
ours-sent-back = { $n ->
    [one] *عاد إلينا مُخرَج واحد* بخطأ منّا:
    [two] *عاد إلينا مُخرَجان* بخطأ منّا:
    [few] *عادت إلينا { $n } مُخرَجات* بأخطاء منّا:
   *[other] *عاد إلينا { $n } مُخرَجاً* بأخطاء منّا:
}
ours-disputes = { $n ->
    [one] *فاتورة واحدة نُوزع فيها بحق:*
    [two] *فاتورتان نُوزع فيهما بحق:*
    [few] *{ $n } فواتير نُوزع فيها بحق:*
   *[other] *{ $n } فاتورة نُوزع فيها بحق:*
}
ours-upheld = { $n ->
    [one] *شكوى واحدة من العميل كانت في محلها.*
    [two] *شكويان من العميل كانتا في محلهما.*
    [few] *{ $n } شكاوى من العميل كانت في محلها.*
   *[other] *{ $n } شكوى من العميل كانت في محلها.*
}
ours-clear = { $n ->
    [one] *لا شيء علينا* في المُخرَج الوحيد خلال آخر اثني عشر شهراً.
    [two] *لا شيء علينا* في المُخرَجين خلال آخر اثني عشر شهراً.
    [few] *لا شيء علينا* في { $n } مُخرَجات خلال آخر اثني عشر شهراً.
   *[other] *لا شيء علينا* في { $n } مُخرَجاً خلال آخر اثني عشر شهراً.
}
ours-unseen = *لا نرى جانبنا نحن.* لا مُخرَج مسجّلاً في آخر اثني عشر شهراً، فلا شيء هنا يُضعف النتائج أعلاه ولا يقوّيها.
and-more = { $n ->
    [one] وواحد آخر
    [two] واثنان آخران
   *[other] و{ $n } غيرها
}
