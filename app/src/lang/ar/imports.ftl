# الاستيراد في المتصفح: الملفات المسلَّمة، وكيف تُقرأ، وما نتج عنها.

imports-title = عمليات الاستيراد
imports-lede = { $n ->
    [0] لم يُستورد شيء بعد.
    [one] *عملية استيراد واحدة* حتى الآن.
    [two] *عمليتا استيراد* حتى الآن.
    [few] *{ $n } عمليات استيراد* حتى الآن.
    [many] *{ $n } عملية استيراد* حتى الآن.
   *[other] *{ $n } عملية استيراد* حتى الآن.
}
imports-past = عمليات الاستيراد السابقة
imports-waiting = بانتظار القرار
imports-waiting-note = لم يُخزَّن شيء من هذه الملفات، وتُزال بعد يوم.
imports-cancelled = أُلغي الاستيراد. لم يُخزَّن منه شيء، وأُزيلت ملفاته.
imports-file = الملف
imports-when = الوقت
imports-by = المستورِد
imports-by-terminal = سطر الأوامر
imports-rows-head = السجلات
imports-came = النتيجة
imports-problems-head = المشكلات
imports-none = لا شيء
imports-rows-count = { $n ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $n } صفوف
    [many] { $n } صفاً
   *[other] { $n } صف
}
imports-files-refused = { $n ->
    [zero] لا ملف لم يُخزَّن
    [one] ملف لم يُخزَّن
    [two] ملفان لم يُخزَّنا
    [few] { $n } ملفات لم تُخزَّن
    [many] { $n } ملفاً لم تُخزَّن
   *[other] { $n } ملف لم تُخزَّن
}
imports-counts = أُضيف { $added }، وتغيّر { $changed }، وبقي كما هو { $unchanged }

imports-new-title = استيراد ملفات
imports-new-lede = اختيار الملفات أولاً. *لا يُخزَّن شيء قبل الموافقة.*
imports-new-note = يصلح أي جدول يصدّره برنامج المحاسبة أو الوقت أو المشاريع، بأي أسماء للأعمدة، عربية كانت أو إنجليزية. وتُعرض أولاً كيفية قراءته.
imports-files = الملفات
imports-files-hint = بصيغة CSV أو XLSX، حتى { $what } ميغابايت لكل ملف، ويمكن اختيار عدة ملفات معاً. تُسحب إلى هنا أو تُختار.
imports-look = معاينة الملفات
imports-no-file = لم يصل أي ملف. يلزم اختيار ملف واحد على الأقل.
imports-too-many = { $n } ملف معاً على الأكثر. يلزم اختيار عدد أقل، ولم يُخزَّن شيء.
imports-too-large = الملف «{ $name }» أكبر من { $limit } ميغابايت. يُقسَّم أو تُصدَّر مدة أقصر، ولم يُخزَّن شيء.
imports-too-large-here = في الاختيار ملف أكبر من { $what } ميغابايت. يُقسَّم أو تُصدَّر مدة أقصر.
imports-blank = لا ملف مصدَّر؟ تعبئة مصنف فارغ
imports-blank-note = مصنف لكل نوع من السجلات، وفيه صف مثال

imports-looking-title = معاينة الملفات
imports-looking-lede = تُقرأ الملفات الآن. *لم يُخزَّن شيء بعد.*
imports-looking-note = تمكن مغادرة هذه الصفحة، فالملفات تنتظر يوماً.
imports-storing-title = التخزين
imports-storing-lede = تُخزَّن الصفوف السليمة الآن، *كلها أو لا شيء منها.*
imports-storing-note = عند الإلغاء لا يبقى منها شيء. وتمكن مغادرة هذه الصفحة، فالتخزين مستمر.
imports-waits = استيراد آخر جارٍ الآن، ويبدأ هذا عند انتهائه.
imports-begins = يبدأ الآن…
imports-rows = { $rows } من نحو { $total } صف
imports-cancel = إلغاء

imports-preview-title = معاينة قبل التخزين
imports-preview-asks = *ينقص جواب واحد.* السؤال أدناه، ولا يُخزَّن شيء حتى يُجاب عنه.
imports-preview-refused = *لا شيء هنا يمكن تخزينه.* السبب أدناه، وما يمكن فعله.
imports-preview-nothing = { $rows ->
    [one] في الصف الوحيد هنا ما نسأل عنه، فلا شيء يُخزَّن بعد.
    [two] *في الصفين كليهما* ما نسأل عنه، فلا شيء يُخزَّن بعد.
   *[other] *في الصفوف كلها*، وعددها { $rows }، ما نسأل عنه، فلا شيء يُخزَّن بعد.
}
imports-preview-known = { $rows ->
    [one] هذا الصف معروف من قبل. *لن يتغير شيء.*
    [two] هذان الصفان معروفان من قبل. *لن يتغير شيء.*
    [few] الصفوف كلها معروفة من قبل، وعددها { $rows }. *لن يتغير شيء.*
   *[other] الصفوف كلها معروفة من قبل، وعددها { $rows }. *لن يتغير شيء.*
}
imports-preview-all = { $rows ->
    [one] فهمنا *الصف الوحيد* هنا.
    [two] فهمنا *الصفين كليهما*.
    [few] فهمنا *الصفوف كلها*، وعددها { $rows }.
   *[other] فهمنا *الصفوف كلها*، وعددها { $rows }.
}
imports-preview-some = { $n ->
    [one] فهمنا *{ $good }* من { $rows }. صف واحد فيه ما نسأل عنه، ولن يضيع.
    [two] فهمنا *{ $good }* من { $rows }. صفان فيهما ما نسأل عنه، ولن يضيع منهما شيء.
    [few] فهمنا *{ $good }* من { $rows }. { $n } صفوف فيها ما نسأل عنه، ولن يضيع منها شيء.
    [many] فهمنا *{ $good }* من { $rows }. { $n } صفاً فيها ما نسأل عنه، ولن يضيع منها شيء.
   *[other] فهمنا *{ $good }* من { $rows }. { $n } صف فيها ما نسأل عنه، ولن يضيع منها شيء.
}
imports-preview-also = { $n ->
    [zero] تُقرأ الملفات كلها.
    [one] ملف واحد لا يُقرأ بعد، وهو أدناه مع ما يمكن فعله.
    [two] ملفان لا يُقرآن بعد، وهما أدناه مع ما يمكن فعله.
    [few] { $n } ملفات لا تُقرأ بعد، وهي أدناه مع ما يمكن فعله.
    [many] { $n } ملفاً لا تُقرأ بعد، وهي أدناه مع ما يمكن فعله.
   *[other] { $n } ملف لا تُقرأ بعد، وهي أدناه مع ما يمكن فعله.
}
imports-store-known = استيراد ثانٍ لا يغير شيئاً
imports-store-all = { $good ->
    [zero] لا شيء للتخزين
    [one] تخزين صف واحد
    [two] تخزين صفين
    [few] تخزين { $good } صفوف
    [many] تخزين { $good } صفاً
   *[other] تخزين { $good } صف
}
imports-store-some = تخزين { $good } وإبقاء { $n } للمراجعة
imports-store-nothing = لا شيء للتخزين
imports-store-refused = لا شيء للتخزين
imports-fix = { $n ->
    [zero] لا شيء يُصلَح
    [one] إصلاح الصف أولاً
    [two] إصلاح الصفين أولاً
    [few] إصلاح الصفوف أولاً ({ $n })
   *[other] إصلاح الصفوف أولاً ({ $n })
}
imports-to-add = ستُضاف
imports-added = أُضيفت
imports-changed = تغيّرت
imports-unchanged = كما هي
imports-hash = بصمة الملف
imports-columns = أعمدة الملف وما نقرؤها عليه
imports-in-file = في الملف
imports-examples = أمثلة
imports-read-as = نقرؤه
imports-note = ملاحظة
imports-column-number = العمود { $n }
imports-column-as = ما يدل عليه العمود «{ $what }»
imports-reread = القراءة على هذا النحو
imports-anew = التعرف من جديد
imports-inferred = ما استنتجناه من الملف
imports-first = الصفوف الأولى كما ستُخزَّن
imports-problems = { $n ->
    [zero] لا صفوف تحتاج إلى نظر
    [one] صف يحتاج إلى نظر
    [two] صفان يحتاجان إلى نظر
    [few] { $n } صفوف تحتاج إلى نظر
    [many] { $n } صفاً تحتاج إلى نظر
   *[other] { $n } صف تحتاج إلى نظر
}
imports-problems-more = { $n ->
    [zero] لا صفوف أخرى.
    [one] صف آخر في الملف المعدّ للتنزيل.
    [two] صفان آخران في الملف المعدّ للتنزيل.
    [few] { $n } صفوف أخرى في الملف المعدّ للتنزيل.
    [many] { $n } صفاً آخر في الملف المعدّ للتنزيل.
   *[other] { $n } صف آخر في الملف المعدّ للتنزيل.
}
imports-line = السطر
imports-in-line = سطر
imports-column = العمود
imports-value = ما في الملف
imports-code = الرمز
imports-message = ما المشكلة
imports-hint = ما العمل
imports-suggestion = ما نقترح
imports-it-is = هي { $value }
imports-it-is-there = { $column }: { $value }
imports-accept-all = { $n ->
    [two] قبول الاقتراحين اللذين لا بديل لهما
    [few] قبول الاقتراحات التي لا بديل لها ({ $n })
   *[other] قبول الاقتراحات التي لا بديل لها ({ $n })
}
imports-type = كتابة القيمة الصحيحة
imports-type-label = القيمة الصحيحة في العمود «{ $column }»، السطر { $line }
imports-type-do = القراءة بها
imports-still = في الملف { $what }
imports-why-letters = حروف في موضع أرقام.
imports-why-swapped = بعكس ترتيب اليوم والشهر.
imports-why-either = كلا العددين يصلح شهراً.
imports-why-century = بسنة كاملة الأرقام.
imports-why-year = بسنة أخرى يقع الاستحقاق بعد الإصدار.
imports-why-spelling = أقرب كلمة يقبلها العمود.
imports-why-bare = دون ما حول الأرقام.
imports-why-rounded = مقرَّبة إلى ما تتسع له العملة.
imports-why-thousands = إن كانت العلامة تفصل الآلاف.
imports-why-decimals = إن كانت العلامة تفصل الكسور.
imports-why-sign = العبرة بعمود العملة لا بالرمز.
imports-why-sign_holds = العبرة بالرمز لا بعمود العملة.
imports-why-client_terms = { $n ->
    [zero] في يوم الإصدار، كما في صفوف هذا العميل الأخرى.
    [one] بعد يوم من الإصدار، كما في صفوف هذا العميل الأخرى.
    [two] بعد يومين من الإصدار، كما في صفوف هذا العميل الأخرى.
    [few] بعد { $n } أيام من الإصدار، كما في صفوف هذا العميل الأخرى.
    [many] بعد { $n } يوماً من الإصدار، كما في صفوف هذا العميل الأخرى.
   *[other] بعد { $n } يوم من الإصدار، كما في صفوف هذا العميل الأخرى.
}
imports-why-file_terms = { $n ->
    [zero] في يوم الإصدار، كما في أكثر الصفوف.
    [one] بعد يوم من الإصدار، كما في أكثر الصفوف.
    [two] بعد يومين من الإصدار، كما في أكثر الصفوف.
    [few] بعد { $n } أيام من الإصدار، كما في أكثر الصفوف.
    [many] بعد { $n } يوماً من الإصدار، كما في أكثر الصفوف.
   *[other] بعد { $n } يوم من الإصدار، كما في أكثر الصفوف.
}
imports-why-number = لدى هذا العميل فاتورة لا يختلف رقمها إلا في الأصفار أو الحروف أو العلامات.
imports-why-client = لدى عميل قريب الاسم فاتورة بهذا الرقم.
imports-why-nul = دون المحرف الصفري.
imports-corrected = { $n ->
    [one] قيمة مصحَّحة واحدة
    [two] قيمتان مصحَّحتان
    [few] { $n } قيم مصحَّحة
    [many] { $n } قيمة مصحَّحة
   *[other] { $n } قيمة مصحَّحة
}
imports-corrected-note = يبقى الملف كما هو، وإذا استُورد ثانيةً قُرئ بهذه التصحيحات.
imports-take-back = تراجع
imports-empty = فارغ
imports-notes = { $n ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة جديرة بالعلم
    [two] ملاحظتان جديرتان بالعلم
    [few] { $n } ملاحظات جديرة بالعلم
    [many] { $n } ملاحظة جديرة بالعلم
   *[other] { $n } ملاحظة جديرة بالعلم
}
imports-notes-more = { $n ->
    [zero] لا ملاحظات أخرى.
    [one] ملاحظة أخرى لم تُسرد.
    [two] ملاحظتان أخريان لم تُسردا.
    [few] { $n } ملاحظات أخرى لم تُسرد.
    [many] { $n } ملاحظة أخرى لم تُسرد.
   *[other] { $n } ملاحظة أخرى لم تُسرد.
}

imports-kind = ما الصفوف
imports-kind-hint = إن عُدّت غير ما هي عليه، يُحدَّد هنا.
imports-kind-open = كما تعرّفنا عليها
imports-dates = كيف كُتبت التواريخ
imports-dates-hint = 03/04 قد يكون الثالث من أبريل أو الرابع من مارس.
imports-dates-open = كما يبيّن الملف
imports-dates-dmy = يوم/شهر/سنة
imports-dates-mdy = شهر/يوم/سنة
imports-dates-ymd = سنة/شهر/يوم
imports-currency = العملة حيث لا يذكرها الصف
imports-currency-hint = وإلا فعملة العميل، ثم عملة مؤسستنا.
imports-currency-open = عملة العميل، ثم عملة مؤسستنا
imports-terms = فواتير بلا تاريخ استحقاق
imports-terms-hint = حيث لا يبيّن الصف ولا سجل العميل متى تُستحق.
imports-terms-reused = كما ذُكر لقائمة مثلها من قبل، ويمكن تغييره هنا.
imports-terms-open = إبقاؤها للمراجعة
imports-terms-days = { $n ->
    [0] تُستحق يوم الإصدار
    [one] تُستحق بعد يوم من الإصدار
    [two] تُستحق بعد يومين من الإصدار
    [few] تُستحق بعد { $n } أيام من الإصدار
    [many] تُستحق بعد { $n } يوماً من الإصدار
   *[other] تُستحق بعد { $n } يوم من الإصدار
}
imports-tax = المبالغ والضريبة
imports-tax-hint = يُسأل عنها مرة واحدة لكل مصدر. المستحق يُحسب مع الضريبة، وما يأتي به العميل يُحسب من دونها.
imports-tax-open = غير محدد
imports-tax-included = المبالغ تشمل الضريبة
imports-tax-excluded = المبالغ قبل الضريبة
imports-tax-none = لا ضريبة فيها
imports-rate = نسبة الضريبة المئوية
imports-rate-hint = لا عمود للضريبة في هذا الملف، فتُحسب من المبالغ بهذه النسبة.
imports-rate-missing = تلزم النسبة أيضاً، فلا يغيّر الجواب رقماً من دونها.

imports-file-hint-date_order_unclear = يُحدَّد أدناه كيف كُتبت التواريخ في هذا الملف.
imports-file-hint-required_missing = يُحدَّد أدناه أي الأعمدة هو. ويمكن أن يأتي تاريخ الاستحقاق الناقص من شروط السداد المسجلة للعميل.
imports-file-hint-kind_unknown = يُحدَّد أدناه ما الصفوف، ثم ما يدل عليه كل عمود، أو يُستعمل مصنف فارغ. ولا تُستورد قوائم المنتجات والموردين والمشاريع والمستخدمين.
imports-file-hint-kind_unclear = يُحدَّد أدناه ما الصفوف.
imports-file-hint-headers_only = يُصدَّر من جديد وفيه صفوف، ثم يُسلَّم مرة أخرى.
imports-file-hint-file_empty = يُتحقق من أن الملف المختار هو المقصود، ثم يُسلَّم الصحيح.
imports-row-hint-required_missing-invoices-due_on = يُحدَّد أعلاه بعد كم يوم تُستحق هذه الفواتير، أو يُستكمل في الملف، أو تُسجَّل شروط السداد في سجل العميل.
imports-row-hint-date_order_unclear = يُحدَّد أعلاه كيف كُتبت التواريخ في هذا الملف.
imports-note-currency_unstated = لا شيء يبيّن عملة هذه المبالغ، فتبقى غير معروفة ولا تدخل في مجموع بين العملاء. تُختار العملة أعلاه أو تُذكر في سجل العميل.

imports-result-title = خُزّنت
imports-result-known = { $rows ->
    [one] الصف الوحيد كان معروفاً من قبل. *لم يتغير شيء.*
    [two] الصفان كانا معروفين من قبل. *لم يتغير شيء.*
   *[other] الصفوف كلها، وعددها { $rows }، كانت معروفة من قبل. *لم يتغير شيء.*
}
imports-result-all = { $rows ->
    [one] خُزّن *صف واحد*.
    [two] خُزّن *صفان*.
    [few] خُزّنت *{ $rows } صفوف* كلها.
    [many] خُزّن *{ $rows } صفاً* كلها.
   *[other] خُزّن *{ $rows } صف* كلها.
}
imports-result-some = { $n ->
    [one] خُزّن *{ $good }* من { $rows }. صف واحد ينتظر التصحيح.
    [two] خُزّن *{ $good }* من { $rows }. صفان ينتظران التصحيح.
    [few] خُزّن *{ $good }* من { $rows }. { $n } صفوف تنتظر التصحيح.
    [many] خُزّن *{ $good }* من { $rows }. { $n } صفاً تنتظر التصحيح.
   *[other] خُزّن *{ $good }* من { $rows }. { $n } صف تنتظر التصحيح.
}
imports-result-nothing = { $rows ->
    [one] *لم يُخزَّن شيء.* الصف الوحيد ينتظر التصحيح.
    [two] *لم يُخزَّن شيء.* الصفان ينتظران التصحيح.
   *[other] *لم يُخزَّن شيء.* الصفوف كلها، وعددها { $rows }، تنتظر التصحيح.
}
imports-result-refused = *لم يُخزَّن شيء.* السبب أدناه.
imports-result-later = تُصحَّح في الملف، أو يُسلَّم الملف ثانيةً وتُصحَّح في الصفحة؛ ويبقى ما خُزّن كما هو.
imports-to-list = إلى القائمة
imports-more = استيراد ملفات أخرى
