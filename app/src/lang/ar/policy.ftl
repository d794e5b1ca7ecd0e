# السياسة: الحدود الفاصلة.
policy-title = السياسة
policy-lede = ما يُعدّ علامة وبأي قدر *أمر بيدكم*. كل تغيير نسخة جديدة، وكل نتيجة تحفظ النسخة التي رُصدت بها.
policy-lede-old = هذه *النسخة { $n }* كما سرت في وقتها. لا تُغيَّر، والنتائج التي رُصدت بها ما زالت تذكرها.
policy-download = بصيغة TOML
policy-general = لكل العلامات
policy-general-note = ما يسري على كل كاشف
policy-levels-note = للمتابعة، للبحث، شديدة: أين تبدأ كل درجة
policy-try = عرض ما سيتغيّر
policy-try-hint = لا يُحفظ شيء بعد.
policy-taken = وُضعت هذه النسخة قبل وجود هذه الإعدادات، فأُخذت من المعيار: { $settings }
policy-history = النسخ
policy-versions = نسخ السياسة
policy-standard = ما تبدأ به كل مؤسسة
policy-changed = كان { $was } وصار { $is }
policy-draft-title = ما سيتغيّر
policy-changed-title = ما تغيّر من الحدود
policy-would = *{ $appear }*، { $vanish }، { $other }.
policy-would-nothing = *لن تتغيّر أي نتيجة.*
policy-would-title = النتائج التي ستتغيّر
policy-appear = { $n ->
    [0] لن تظهر نتيجة
    [one] ستظهر نتيجة واحدة
    [two] ستظهر نتيجتان
    [few] ستظهر { $n } نتائج
   *[other] ستظهر { $n } نتيجة
}
policy-vanish = { $n ->
    [0] ولن تختفي نتيجة
    [one] وستختفي واحدة
    [two] وستختفي اثنتان
   *[other] وستختفي { $n }
}
policy-other = { $n ->
    [0] ولن تتغيّر درجة
    [one] وستتغيّر درجة واحدة
    [two] وستتغيّر درجة اثنتين
   *[other] وستتغيّر درجة { $n }
}
policy-more = { $n ->
    [one] وواحدة أخرى.
    [two] واثنتان أخريان.
   *[other] و{ $n } غيرها.
}
policy-sign = العلامة
policy-now = الآن
policy-then = حينها
policy-none = لا شيء
policy-reason = لماذا هذا التغيير؟
policy-reason-hint = يبقى السبب إلى جانب النسخة مع اسم صاحبه.
policy-reason-missing = السبب لازم: من يقرأ هذه النسخة لاحقاً سيسأل عنه. تكفي جملة واحدة.
policy-overtaken = حفظ غيركم نسخة أخرى في أثناء ذلك. تغييراتكم محفوظة هنا وهي الآن على تلك النسخة: نظرة ثانية ثم الحفظ.
policy-save = حفظ كنسخة جديدة
policy-back = ليس بعد
policy-tried-title = تجربتها على حالاتنا
policy-tried-link = ما كانت هذه الحدود لتقوله في حالاتنا السابقة
policy-tried-note = ما كان كل حدّ ليقوله، مقروناً بما آل إليه أمر عملائنا. من أنهت العلاقةَ به حالة من حالاتنا يُنظر إليه كما كان معروفاً يوم فُتحت تلك الحالة، ومن لا يزال عميلاً كما كان معروفاً قبل سنة، ويُقارن كل منهم بعملاء يومه. ولا تدخل الحالات المقيّدة ولا المفتوحة، ولا من رحل بغير حالة، ويُخفى كل عدد من واحد إلى ثلاثة.
policy-tried-says = ننظر هنا في *عملاء أنهينا العلاقة بهم وعددهم { $ended }، وعملاء بقوا وعددهم { $kept }*.
policy-tried-latest = عدد من أنهينا العلاقة بهم { $n }، ويُنظر في أحدثهم.
policy-tried-few = *الحالات قليلة جداً.* من أنهت العلاقةَ بهم حالة من حالاتنا أو من بقوا أقل من أربعة: لا يُعرض رقم، فكل رقم يدل على عميل بعينه، ولا يقول شيئاً عن حدّ.
policy-tried-untold = لم يُعرف ما يكفي إلا عن عدد قليل جداً من العملاء لتجربة هذه: { $signs }.
policy-tried-level = الدرجة
policy-tried-threshold = الحدّ
policy-tried-recall = من رُصد قبل النهاية ممن أنهينا العلاقة بهم
policy-tried-precision = من أنهينا العلاقة بهم ممن رُصدوا
policy-trying-lede = *النظر جارٍ في جميع العملاء.* تتابع الصفحة وحدها.
policy-trying-note = لا يتوقف شيء بمغادرة الصفحة: يجري القياس مرة واحدة، وتبقى حصيلته إلى أن تتغيّر السجلات أو الحالات أو الحدود.
policy-trying-begins = بدأ النظر.
policy-trying-clients = العملاء: { $clients } من { $total }
policy-recall-now = من رُصد قبل النهاية ممن أنهينا العلاقة بهم، الآن
policy-precision-now = من أنهينا العلاقة بهم ممن رُصدوا، الآن
policy-recall-then = من رُصد قبل النهاية ممن أنهينا العلاقة بهم، حينها
policy-precision-then = من أنهينا العلاقة بهم ممن رُصدوا، حينها
policy-error-unreadable = لا يُقرأ هذا سياسةً. لم يتغيّر شيء.
policy-error-missing = { $sign }: ينقص { $field }. لم يتغيّر شيء.
policy-error-unknown = { $sign }: لا حدّ بهذا الاسم. لم يتغيّر شيء.
policy-error-disordered = { $sign }: الدرجات لا تشتدّ من المتابعة إلى الشديدة. لم يتغيّر شيء؛ المطلوب ترتيبها ثم المحاولة ثانية.
policy-error-range = { $sign }، { $field }: يصلح هنا رقم من { $low } إلى { $high }. لم يتغيّر شيء، وما كُتب باقٍ أدناه.
policy-error-whole = { $sign }، { $field }: لا يصلح هنا إلا عدد صحيح. لم يتغيّر شيء، وما كُتب باقٍ أدناه.
policy-range = من { $low } إلى { $high }

setting-watch = للمتابعة
setting-finding = للبحث
setting-severe = شديدة
setting-data_min = لا يرى دون
setting-data_good = يطمئن من
setting-window_days = المدة بالأيام
setting-trend_invoices = فواتير الاتجاه
setting-false_discovery = نسبة الإنذار الكاذب المقبولة
setting-quality_guard = حدّ الحماية لجودة عملنا
setting-episode_days = أيام انتهاء فترة الظهور
setting-recency_half_life_days = أيام تنصّف وزن الدليل
setting-single_family = الثقة إن تكلّمت فئة واحدة
setting-grace_days = أيام السماح
setting-slope_days = الميل بالأيام لكل فاتورة
setting-p_max = أكبر احتمال للمصادفة
setting-kept_business_days = أيام عمل يُسامَح فيها الوعد
setting-upheld_max = أقصى ما ثبت من النزاعات
setting-upheld_ours = الثابت من هنا علينا
setting-cash_watch = للمتابعة، من النقد
setting-cash_finding = للبحث، من النقد
setting-cash_severe = شديدة، من النقد
setting-answer_business_days = أيام عمل للجواب
setting-explained_min = أقل نسبة تُفسَّر
setting-steady_days = أيام يُعدّ التأخر فيها ثابتاً
setting-quarters = أرباع متتالية
setting-sustained = أشهر التجاوز
setting-of = من أشهر عددها
setting-loss_30 = الخسارة المتوقعة حتى { 30 } يوماً
setting-loss_60 = الخسارة المتوقعة حتى { 60 } يوماً
setting-loss_90 = الخسارة المتوقعة حتى { 90 } يوماً
setting-loss_older = الخسارة المتوقعة لما هو أقدم
setting-share_min = أو أكثر من هذه النسبة
setting-share_events = من أحاديث سعر عددها
setting-slope_yearly = الميل في السنة
setting-periods = مدد متتالية
setting-agreed_days = أيام عمل لاتخاذ القرار
setting-quality_min = أدنى جودة لعملنا
setting-acknowledged_low = التقدير، أدنى
setting-acknowledged_high = التقدير، أعلى
setting-satisfied_low = الرضا، أدنى
setting-satisfied_high = الرضا، أعلى
setting-reopened_low = إعادة الفتح، أدنى
setting-reopened_high = إعادة الفتح، أعلى
setting-weeks = الأسابيع
setting-business_days_min = من أيام عمل عددها
policy-setting = الإعداد
