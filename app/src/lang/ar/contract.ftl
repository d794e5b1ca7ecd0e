# قراءة العقد.
contract-term-effective_date = تاريخ السريان
contract-term-expiration = انتهاء المدة الأولى
contract-term-renewal = التجديد
contract-term-renewal_notice = مهلة إشعار عدم التجديد
contract-term-termination_for_convenience = الإنهاء دون سبب
contract-term-termination_for_breach = الفسخ للإخلال
contract-term-governing_law = القانون الواجب التطبيق
contract-term-payment = أجل السداد
contract-term-post_termination_services = خدمات ما بعد الإنهاء
contract-term-liability_cap = حد المسؤولية
contract-term-non_solicit = عدم استقطاب الموظفين
contract-term-non_disparagement = عدم الإساءة
contract-term-notice_method = طرق الإشعار

contract-renewal-automatic = تلقائي
contract-renewal-agreed = باتفاق فقط
contract-by-us = لمن يقدّم الخدمة
contract-by-client = للعميل
contract-by-either = لأي من الطرفين
contract-by-unknown = لأحد الطرفين (ولا تدل أسماء العقد على أيهما)
contract-method-email = البريد الإلكتروني
contract-method-hand = التسليم باليد
contract-method-courier = البريد السريع
contract-method-registered_post = البريد المسجّل
contract-method-portal = البوابة
contract-method-fax = الفاكس
contract-earliest = لا قبل { $length } من النهاية
contract-deemed = يُعدّ مستلَماً { $rule }
contract-there = البند موجود

contract-length-day = { $n ->
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يوماً
   *[other] { $n } يوم
}
contract-length-business_day = { $n ->
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $n } أيام عمل
    [many] { $n } يوم عمل
   *[other] { $n } يوم عمل
}
contract-length-week = { $n ->
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $n } أسابيع
    [many] { $n } أسبوعاً
   *[other] { $n } أسبوع
}
contract-length-month = { $n ->
    [one] شهر واحد
    [two] شهران
    [few] { $n } أشهر
    [many] { $n } شهراً
   *[other] { $n } شهر
}
contract-length-year = { $n ->
    [one] سنة واحدة
    [two] سنتان
    [few] { $n } سنوات
    [many] { $n } سنةً
   *[other] { $n } سنة
}
contract-length-hijri_month = { $n ->
    [one] شهر هجري واحد
    [two] شهران هجريان
    [few] { $n } أشهر هجرية
    [many] { $n } شهراً هجرياً
   *[other] { $n } شهر هجري
}

contract-quote = «{ $words }» (الأحرف من { $start } إلى { $end }، والثقة { $sure })
contract-absent = لم يوجد بند في: { $terms }.
contract-confirm = يُقابَل كل بند بنصه في العقد قبل الأخذ به.
contract-unread-pages = { $n ->
        [one] الصفحة { $pages } صورة لم تُقرأ كلماتها. تُراجَع فيها البنود التي لم توجد هنا، أو يُستخرج نص الملف بالتعرف الضوئي (OCR).
        [two] الصفحتان { $pages } صورتان لم تُقرأ كلماتهما. تُراجَع فيهما البنود التي لم توجد هنا، أو يُستخرج نص الملف بالتعرف الضوئي (OCR).
       *[other] الصفحات { $pages } صور لم تُقرأ كلماتها. تُراجَع فيها البنود التي لم توجد هنا، أو يُستخرج نص الملف بالتعرف الضوئي (OCR).
    }

fail-contract-file = تتعذر قراءة الملف { $what }.
fail-contract-file-next = يُرجى التأكد من وجود الملف ومن إمكان فتحه، ثم إعادة المحاولة.
fail-contract-form = الملف { $what } ليس نصاً ولا صفحة ويب ولا مستند Word ولا ملف PDF.
fail-contract-form-next = يمكن نسخ كلمات العقد إلى ملف نصي، أو حفظه بصيغة PDF أو DOCX أو HTML أو TXT، ثم إعادة المحاولة.
fail-contract-empty = لا نص في الملف { $what }.
fail-contract-empty-next = يلزم اختيار الملف الذي فيه كلمات العقد، أو نسخ البنود المهمة إلى ملف نصي.
fail-contract-scan = لا نص في الملف { $what }: صفحاته صور من ماسح ضوئي.
fail-contract-scan-next = يلزم استخراج نصه أولاً ببرنامج للتعرف الضوئي على النصوص (OCR) واستعمال الملف الناتج، أو كتابة البنود المهمة في ملف نصي.
fail-contract-locked = الملف { $what } مقفل: لا يُفتح إلا بكلمة مرور أو بطريقة لا يمكن قراءتها.
fail-contract-locked-next = يمكن فتحه بكلمة المرور وحفظه بدونها، ثم إعادة المحاولة.
fail-contract-broken = الملف { $what } ليس ملف PDF سليماً: فهو مبتور أو تالف.
fail-contract-broken-next = يمكن الحصول على الملف من جديد، أو فتحه في قارئ PDF وحفظه مرة أخرى، ثم إعادة المحاولة.
fail-contract-letters = لا يبيّن الملف { $what } أي حروف ترسمها خطوطه، فلا يُعتمد على كلماته.
fail-contract-letters-next = يمكن طلب المستند بصيغته الأصلية (DOCX)، أو استخراج نصه بالتعرف الضوئي (OCR) كما في الصور.
fail-contract-slow = تستغرق قراءة الملف { $what } أكثر مما يحتاج إليه أي عقد.
fail-contract-slow-next = يمكن طباعة العقد وحده في ملف PDF جديد، أو حفظه بصيغة DOCX أو TXT، ثم إعادة المحاولة.
fail-contract-large = الملف { $what } أكبر من أن يكون عقداً.
fail-contract-large-next = يُرجى إبقاء العقد وحده في الملف، ثم إعادة المحاولة.
