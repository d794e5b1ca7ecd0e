# صفحات العقود: نص العقد وبنوده، ومتى يمكن أن تنتهي عقود العميل كلها.

terms-title = نص العقد وبنوده
terms-lede-no-text = *لم يُسلَّم نص هذا العقد بعد.* بعد تسليمه يُبحث فيه عن البنود.
terms-lede-nothing = *لم يوجد في هذا النص أي بند.* تلزم قراءته وإضافة ما ينص عليه.
terms-lede-new = *{ $waiting ->
        [one] وُجد بند واحد ينتظر التأكيد.
        [two] وُجد بندان ينتظران التأكيد.
        [few] وُجدت { $waiting } بنود تنتظر التأكيد.
        [many] وُجد { $waiting } بنداً تنتظر التأكيد.
       *[other] وُجد { $waiting } بند تنتظر التأكيد.
    }* ولا يُستعمل أي بند قبل أن يؤكده شخص.
terms-lede-some = *{ $waiting ->
        [one] بقي بند واحد ينتظر التأكيد.
        [two] بقي بندان ينتظران التأكيد.
        [few] بقيت { $waiting } بنود تنتظر التأكيد.
        [many] بقي { $waiting } بنداً تنتظر التأكيد.
       *[other] بقي { $waiting } بند تنتظر التأكيد.
    }* { $said ->
        [one] وبُتَّ في بند واحد.
        [two] وبُتَّ في بندين.
        [few] وبُتَّ في { $said } بنود.
        [many] وبُتَّ في { $said } بنداً.
       *[other] وبُتَّ في { $said } بند.
    }
terms-lede-all = *{ $said ->
        [one] بُتَّ في البند الذي وُجد.
        [two] بُتَّ في البندين كليهما.
       *[other] بُتَّ في البنود كلها، وعددها { $said }.
    }*
terms-note = تُستخرج البنود بقواعد لا بفهم للنص. تلزم مقارنة كل بند بكلماته المعلَّمة؛ ولا يدخل في حساب الإشعارات والنوافذ إلا ما أكده شخص.
terms-same = هذا النص نفسه محفوظ من قبل، وهو النسخة { $n }. لم يتغير شيء.
terms-older = هذه النسخة { $n }. أحدث النسخ هي { $newest }، وبنودها وحدها هي المعتمدة.
terms-fact-version = النسخة
terms-fact-kept = سُلِّم
terms-text = النص
terms-found = بنوده
terms-others = ما لم يوجد فيه
terms-waits = ينتظر التأكيد
terms-none = لم يوجد بند
terms-stale = سبق البت فيه من { $name } في { $day }، غير أن النص الأحدث لا يتضمن الكلمات نفسها.
terms-said-confirmed = مؤكد من { $name } في { $day }
terms-said-corrected = مصحَّح من { $name } في { $day }
terms-said-added = مضاف من { $name } في { $day }
terms-said-absent = ليس في هذا العقد، بحسب { $name } في { $day }
terms-someone = شخص ما
terms-confirm = تأكيد
terms-absent = ليس في هذا العقد
terms-take-back = تراجع
terms-correct = تصحيح
terms-add = إضافة
terms-save = حفظ
terms-choose = غير مذكور
terms-field-date = اليوم
terms-field-automatic = التجديد
terms-field-by = صاحب الحق
terms-field-length = المدة
terms-field-earliest_length = لا يسبق النهاية بأكثر من
terms-field-unit = الوحدة
terms-field-value = القانون
terms-field-methods = الطرق
terms-field-deemed = يُعدّ مستلَماً
terms-field-deemed_n = عدد الأيام
terms-quote = كلمات العقد
terms-quote-hint = منسوخة من النص؛ ويجوز ترك الحقل فارغاً.
terms-quote-missing = لا ترد هذه الكلمات في النص. يلزم نسخها منه أو ترك الحقل فارغاً.
terms-overtaken = سبق إلى هذا البند شخص آخر في أثناء ذلك. يلزم النظر فيه ثم إعادة الإدخال.
terms-newer-text = سُلِّمت نسخة أحدث من النص في أثناء ذلك. يلزم النظر في البند فيها ثم إعادة الإدخال.
terms-not-read = لا ينص النص على ذلك. يمكن إضافة البند بدلاً من تأكيده.
terms-hand-over = تسليم النص
terms-hand-over-newer = تسليم نسخة أحدث
terms-hand-over-note = تبقى النسخ الأقدم محفوظة
terms-file = ملف العقد
terms-file-hint = ملف PDF فيه نص، أو Word (DOCX)، أو TXT، أو Markdown، أو HTML؛ حتى 64 ميغابايت. يُحفظ النص لا الملف.
terms-words = … أو كلماته منسوخة هنا
terms-no-words = يلزم اختيار ملف أو لصق كلمات العقد.
terms-read = قراءة
terms-versions = النسخ الأقدم:
terms-version = النسخة { $n } المؤرخة في { $day }
terms-open = النص والبنود

ends-title = متى يمكن أن تنتهي العقود
ends-lede-none = *لا عقد لهذا العميل في السجلات.*
ends-lede-one = إذا أُرسل الإشعار اليوم أمكن أن تنتهي العقود السارية مع { $name } في *{ $all }*.
ends-lede-ended = *انتهت كل العقود المسجلة مع { $name }.*
ends-lede = إذا أُرسل الإشعار اليوم أمكن أن ينتهي أول العقود مع { $name } في { $first }، و*أن تنتهي كلها في { $all }*.
ends-lede-open = إذا أُرسل الإشعار اليوم أمكن أن ينتهي أول العقود مع { $name } في { $first }. *ولا يوجد بعدُ يوم تنتهي فيه كلها.*
ends-lede-unknown = *لا يمكن بعدُ حساب نهاية* للعقود مع { $name }.
ends-hold-up = يتوقف انتهاؤها كلها على:
ends-hold-up-open = تنتظر العقود الأخرى:
ends-note = يُفترض أن كل إشعار يُرسل اليوم بالطريقة المؤكَّدة؛ فإن لم تُؤكَّد فبالبريد الإلكتروني ويُتسلَّم في يوم العمل التالي لدى العميل. ونص العقد نفسه مقدَّم على هذه الأيام.
ends-enter = إدخال عقد
ends-head-contract = العقد
ends-head-source = المصدر
ends-head-earliest = أقرب نهاية
ends-head-right = بموجب
ends-head-dispatch = آخر موعد للإرسال
ends-head-latest = ينتهي من تلقاء نفسه
ends-by-terms = مؤكد في نصه
ends-by-record = كما في السجلات
ends-right-notice = إشعار مدته { $length }
ends-right-non_renewal = إشعار بعدم التجديد مدته { $length }
ends-right-expiry = انقضاء مدته
ends-lawful = وعلى أبعد تقدير { $day }
ends-no-notice = لا يلزم إشعار
ends-today = اليوم
ends-goes-on = يستمر
ends-agreement = باتفاق الطرفين فقط
ends-ended = انتهى
ends-not-known = غير معلوم بعد
ends-proposals = عقود لا تتيح حق الإنهاء
ends-propose = لا يتيح العقد { $contract } حق إنهائه. يمكن عرض اتفاق إنهاء يحسم يوم الانتهاء والمدفوعات والمُخرَجات والملكية الفكرية والبيانات والإبراء والسرية.
ends-lack-clause = لم يؤكد أحد بعدُ هل يجوز إنهاؤه دون سبب.
ends-lack-notice_length = يجوز إنهاؤه، ومدة الإشعار غير معلومة. يُسأل المستشار القانوني عن المدة المعقولة.
ends-lack-party = لا يتضح من نصه مَن يحق له إنهاؤه. يلزم تأكيد الطرف.
ends-lack-end = لم يؤكد أحد بعدُ متى تنتهي مدته.
ends-lack-renewal = لم يؤكد أحد بعدُ هل يتجدد تلقائياً.
ends-lack-renewal_notice = يتجدد تلقائياً، ومدة الإشعار بعدم التجديد غير معلومة.
ends-lack-deemed = لا يُعرف متى يُعدّ الإشعار بالطريقة المؤكَّدة مستلَماً. يُذكر ذلك مع طرق الإشعار.
ends-lack-next_term = أُغلقت نافذة عدم التجديد لهذه المدة، وطول المدة التالية غير معلوم.

notice-from-terms = من بنود العقد { $contract } المؤكدة: { $terms }. وما عدا ذلك من إدخالكم.
notice-from-unconfirmed = لم يؤكد أحد بنود العقد { $contract } المؤثرة هنا؛ وما يظهر أدناه من السجلات أو من إدخالكم.
notice-from-look = عرض بنوده
renewals-by-terms = مؤكد في نصه: { $terms }
