# رصد المحفظة: العملاء جميعاً، والأولى بالنظر أولاً.

# ما تشترك فيه صفحات عدة.
list-comma = {"، "}
list-semicolon = {"؛ "}
sum-hidden = محجوب
flag-yes = نعم
flag-no = لا
pager-name = الصفحات
pager-shown = { $from }–{ $to } من { $total }
pager-before = السابقة
pager-after = التالية
export-title = تنزيل القائمة:
export-csv = CSV
export-xlsx = Excel
family-payment = السداد
family-payment-title = السداد
family-effort = الجهد
family-effort-title = الجهد والعائد
family-delivery = التسليم
family-delivery-title = التسليم والتوقعات
family-trust = الثقة
family-trust-title = الرضا والثقة
family-critical = الحالات المصيرية
family-critical-title = لمن سُمّوا فقط

portfolio-title = محفظة العملاء
portfolio-clients = { $n ->
    [zero] لا عملاء
    [one] عميل واحد
    [two] عميلان
    [few] { $n } عملاء
    [many] { $n } عميلاً
   *[other] { $n } عميل
}
clients-first = { $n ->
    [1] عميل واحد
    [2] عميلان
    [3] ثلاثة عملاء
    [4] أربعة عملاء
    [5] خمسة عملاء
    [6] ستة عملاء
    [7] سبعة عملاء
    [8] ثمانية عملاء
    [9] تسعة عملاء
    [10] عشرة عملاء
    [few] { $n } عملاء
    [many] { $n } عميلاً
   *[other] { $n } عميل
}
clients-others = { $n ->
    [1] عميل واحد
    [2] عميلين
    [3] ثلاثة عملاء
    [4] أربعة عملاء
    [5] خمسة عملاء
    [6] ستة عملاء
    [7] سبعة عملاء
    [8] ثمانية عملاء
    [9] تسعة عملاء
    [10] عشرة عملاء
    [few] { $n } عملاء
    [many] { $n } عميلاً
   *[other] { $n } عميل
}
clients-all = { $n ->
    [1] العميل الواحد
    [2] العميلين
    [few] العملاء الـ{ $n }
   *[other] العملاء الـ{ $n }
}
clients-watched = { $n ->
    [1] وعند عميل واحد علامة
    [2] وعند عميلين علامة
    [3] وعند ثلاثة عملاء علامة
    [4] وعند أربعة عملاء علامة
    [5] وعند خمسة عملاء علامة
    [6] وعند ستة عملاء علامة
    [7] وعند سبعة عملاء علامة
    [8] وعند ثمانية عملاء علامة
    [9] وعند تسعة عملاء علامة
    [10] وعند عشرة عملاء علامة
    [few] وعند { $n } عملاء علامة
    [many] وعند { $n } عميلاً علامة
   *[other] وعند { $n } عميل علامة
}
lede-review = { $n ->
    [one] *{ clients-first }* يحتاج إلى مراجعة الآن.
    [two] *{ clients-first }* يحتاجان إلى مراجعة الآن.
   *[other] *{ clients-first }* يحتاجون إلى مراجعة الآن.
}
lede-review-share = { $n ->
    [one] عميل واحد يحتاج إلى مراجعة الآن، وهو مصدر *{ $share }* من إيرادنا.
    [two] *{ clients-first }* يحتاجان إلى مراجعة الآن، وهما مصدر *{ $share }* من إيرادنا.
   *[other] *{ clients-first }* يحتاجون إلى مراجعة الآن، وهم مصدر *{ $share }* من إيرادنا.
}
lede-review-none = { $n ->
    [0] لا عميل يحتاج إلى مراجعة الآن.
   *[other] لا عميل يحتاج إلى مراجعة الآن، { clients-watched } للمتابعة.
}
lede-unseen = ولا نرى من { clients-others } ما يكفي للحكم.
lede-unseen-all = { $n ->
    [one] لا نرى من *{ clients-all }* ما يكفي للحكم عليه.
    [two] لا نرى من *{ clients-all }* ما يكفي للحكم على أيٍّ منهما.
   *[other] لا نرى من *{ clients-all }* ما يكفي للحكم على أيٍّ منهم.
}
lede-stale = أحدث سجل لدينا بتاريخ *{ $day }*، والعلامات تُقرأ من آخر { $days ->
    [one] يوم
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يوماً
   *[other] { $days } يوم
}، فلا حكم اليوم على { $n ->
    [one] { clients-all }
   *[other] أيٍّ من { clients-all }
}.
stale-then = ملفات أحدث تجعل القائمة قائمةَ اليوم.

strip-title = الأولى بالنظر
strip-note = العرض: حصة العميل من إيراد { 12 } شهراً · الارتفاع: الأولوية
strip-label = العملاء، والأولى بالنظر أولاً: العرض حصة الإيراد والارتفاع الأولوية.
strip-others = { $n ->
    [one] والباقي عميل واحد
    [two] والباقي عميلان
    [few] والباقون { $n } عملاء
    [many] والباقون { $n } عميلاً
   *[other] والباقون { $n } عميل
}
list-title = قائمة العملاء
list-caption = العملاء مرتّبون بالأولوية
list-nothing = لا عميل يطابق ذلك. قد تفيد كلمات أقل أو اختيار آخر أعلاه.
filters = اختيار العملاء بحسب الدرجة
filter-all = الكل
filter-blind = لا نكاد نراهم
filter-review = للمراجعة
find-client = بحث عن عميل
find-sign = العلامة
find-sign-any = أي علامة
find-lead = مسؤول العلاقة
find-lead-any = أي مسؤول
find-do = بحث
lead-mine = عملائي
portfolio-client = العميل
portfolio-level = الحال
portfolio-says = ما نراه
portfolio-unseen = ما لا نراه
portfolio-share = من الإيراد
portfolio-next = الخطوة التالية
row-no-signs = لا علامات في آخر اثني عشر شهراً.
row-no-signs-seen = لا علامات فيما نراه من آخر اثني عشر شهراً.
row-unseen = لا نستطيع القول: الفواتير أو الدفعات أقل من أن تُظهر عادة السداد.
next-findings = عرض النتائج
next-import = استيراد السجلات
next-record = عرض السجل

seen-title = ما لا نراه بعد
seen-unseen = { $n ->
    [one] *عميل واحد لا نكاد نراه.* غياب العلامة عنده لا يعني السلامة، وأكثر ما يفيد فواتيره ودفعاته.
    [two] *عميلان لا نكاد نراهما.* غياب العلامة عندهما لا يعني السلامة، وأكثر ما يفيد فواتيرهما ودفعاتهما.
   *[other] *{ clients-first } لا نكاد نراهم.* غياب العلامة عندهم لا يعني السلامة، وأكثر ما يفيد فواتيرهم ودفعاتهم.
}
seen-missing = *ملفات لم تصلنا أصلاً.* { $files }.
feed-invoices = الفواتير: { $opens }
feed-payments = الدفعات، كلٌّ مع فاتورتها ويومها: { $opens }
feed-time = الساعات: { $opens }
feed-deliverables = المُخرَجات والرضا: { $opens }
feed-messages = الرسائل دون قراءة نصّها: { $opens }
feed-requests = الطلبات والأهداف: { $opens }
feed-notes = الوقائع ونبض الفريق وحُسن التعاون، تُدخل يدوياً: { $opens }
feed-opens = { $n ->
    [one] كاشف واحد
    [two] كاشفان
    [3] ثلاثة كواشف
    [4] أربعة كواشف
    [5] خمسة كواشف
    [6] ستة كواشف
    [7] سبعة كواشف
    [8] ثمانية كواشف
    [9] تسعة كواشف
    [few] { $n } كواشف
   *[other] { $n } كاشفاً
}
marks-title = معاني الرموز
mark-critical = لمن سُمّوا فقط: بلاغ لا يوزن بالأرقام
mark-severe = حان وقت المراجعة
mark-finding = للبحث والنقاش
mark-watch = للمتابعة
mark-none = لا شيء في آخر اثني عشر شهراً
mark-blind = ما نعرفه أقل من أن نحكم
mark-star = يطلب الكثير ويقدّر الكثير
beside-import = آخر استيراد
beside-problems = صفوف بها مشكلة
beside-waiting = { $n ->
    [one] صف واحد ينتظر
    [two] صفان ينتظران
    [few] { $n } صفوف تنتظر
    [many] { $n } صفاً ينتظر
   *[other] { $n } صف ينتظر
}
beside-files = { $n ->
    [one] ملف واحد
    [two] ملفان
    [few] { $n } ملفات
    [many] { $n } ملفاً
   *[other] { $n } ملف
}
beside-policy = السياسة
beside-window = أقرب المُهَل لمنع التجديد
beside-windows-more = { $n ->
        [zero] ولا غيرها
        [one] ومهلة أخرى
        [two] ومهلتان أخريان
        [few] و{ $n } مُهَل أخرى
        [many] و{ $n } مهلةً أخرى
       *[other] و{ $n } مهلة أخرى
    }
beside-since = معتمدة في
beside-version = النسخة { $n }

empty-lede = لا نرى شيئاً بعد. *بفواتير سنة ودفعاتها* تظهر أول العلامات خلال دقيقة.
empty-which = بأيّ ملف نبدأ؟
empty-which-note = أي جدول صدّره برنامجكم المحاسبي يكفي. نعرض كيف تُقرأ أعمدته، ولا نحفظ شيئاً قبل موافقتكم.
empty-import = استيراد الفواتير
empty-enter = إدخال عميل يدوياً
empty-opens = ما يفتحه كل ملف
portfolio-renewing = القائمة أدناه قيد التجديد: تغيّرت بعد إعدادها السجلات أو أرقام مؤسستنا أو السياسة أو اليوم. يُعاد تحميل الصفحة بعد لحظات.

waiting-lede = وصلت سجلاتكم، *وننظر فيها* لأول مرة.
waiting-note = يستغرق ذلك ثواني عند أكثر المؤسسات، ودقيقة عند الكبيرة جداً. يمكن مغادرة الصفحة.
waiting-again = النظر مرة أخرى
waiting-busy = يجري النظر في السجلات

export-client = العميل
export-name = الاسم
export-lead = مسؤول العلاقة
export-level = الحال
export-signs = العلامات
export-dismissed = المستبعَد منها
export-says = ما نراه
export-unseen = ما لا نراه
export-revenue = إيراد { 12 } شهراً

export-findings-title = النتائج
export-findings = تنزيل النتائج:
export-row-client = العميل
export-row-kind = نوع السجل
export-row-record = السجل
export-row-on = التاريخ
export-row-amount = المبلغ
export-row-currency = العملة
export-row-file = الملف
export-row-line = السطر
export-finding-client = العميل
export-finding-code = الرمز
export-finding-sign = العلامة
export-finding-level = الدرجة
export-finding-says = ما نراه
export-finding-value = القيمة
export-finding-threshold = الحد الفاصل
export-finding-rows = الصفوف
export-finding-confidence = درجة الثقة
export-finding-since = رُصدت أول مرة
export-finding-state = الحال

export-import-on = اليوم
export-import-time = الوقت
export-import-by = من
export-import-file = الملف
export-import-rows = الصفوف
export-import-added = المضاف
export-import-changed = المتغيّر
export-import-unchanged = الباقي كما هو
export-import-problems = صفوف بها مشكلة

past-says = المعروض ما كان معروفاً في *{ $day }*.
past-note = الحدود وأرقام مؤسستنا كما هي اليوم، وما قُرر بعد ذلك اليوم لا يظهر هنا.
past-back = العودة إلى اليوم
past-day = المعروف بتاريخ
past-show = عرض هذا اليوم
past-no-day = «{ $typed }» ليس تاريخاً في التقويم. يُرجى اختيار يوم، أو كتابته هكذا: 2026-06-30. والمعروض أدناه هو اليوم.
past-future = لم يحن { $day } بعد. يُرجى اختيار اليوم أو يوم سابق. والمعروض أدناه هو اليوم.
next-past = عرض ذلك اليوم
stale-look = عرض قائمة ذلك اليوم
