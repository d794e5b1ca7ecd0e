# صفحة العميل.
portal-title = صفحتكم لدى { $firm }
portal-foot = هذه الصفحة لـ{ $name } وحدها.
portal-welcome = أهلاً بكم، { $name }
portal-ends = تنتهي خدماتنا *{ $day }*. وحتى ذلك اليوم نعمل معكم كما كنا.
portal-will-end = بحسب إشعارنا تنتهي خدماتنا *{ $day }*. وحتى ذلك اليوم نعمل معكم كما كنا.
portal-ended = انتهت خدماتنا *{ $day }*. وما بقي للطرفين يُسوّى هنا.
portal-closed = انتهت خدماتنا *{ $day }*، والملف مُقفل. شكراً لكم.
portal-in-talks = تحتفظ { $firm } بهذه الصفحة لكم.
portal-calendar = انتهاء خدمات { $firm }
portal-ask = طرح سؤال
portal-to-calendar = إضافة إلى التقويم
portal-letters = مستنداتكم
portal-no-letters = لا شيء بعد.
portal-client-part = كل ما تأخذونه معكم (ZIP)
portal-acknowledged = أقرّ { $name } بالاستلام { $day }.
portal-receipt = نرجو الإقرار باستلام إشعارنا
portal-receipt-note = الإقرار يعني أنه وصلكم، لا أنكم موافقون عليه.
portal-read = قراءته أولاً
portal-receipt-do = أقرّ بالاستلام
portal-clearance = إفادة تسوية الحساب
portal-clearance-note = يقع التوقيع على النص أدناه. وتُحفظ معاً بصمته SHA-256 والاسم ولحظة التوقيع.
portal-clearance-do = توقيع
portal-signed = وقّع { $name } إفادة تسوية الحساب { $day }.
portal-data = ماذا نصنع ببياناتكم؟
portal-data-note = ما يلزمنا النظام بحفظه كالفواتير والعقد نحفظه للمدة التي يحددها، ولا نحفظه لغير ذلك.
portal-data-choose = اختيار
portal-data-change = تغيير الجواب
portal-data-which = جوابكم
portal-data-return_and_delete = إعادتها ثم حذف نسخكم
portal-data-return = إعادتها
portal-data-delete = حذفها
portal-data-do = إرسال الجواب
portal-questions = أسئلتكم
portal-question = سؤال جديد
portal-question-hint = نجيب هنا خلال يوم عمل.
portal-question-do = إرسال
portal-question-waits = ننظر فيه.
portal-name = الاسم
portal-name-missing = نرجو كتابة الاسم.
portal-code = الرمز
portal-code-hint = الأرقام الثمانية التي أبلغناكم بها. ومن دونها لا يثبت شيء.
portal-code-wrong = الرمز غير مطابق. { $n ->
    [zero] لم تعد تصح المحاولة؛ نرجو طلب رابط جديد.
    [one] بقيت محاولة واحدة.
    [two] بقيت محاولتان.
    [few] بقيت { $n } محاولات.
   *[other] بقيت { $n } محاولة.
}
portal-account-changed = تغيّر النص منذ فتح هذه الصفحة. يُقرأ من جديد أعلاه ثم يوقَّع.
portal-not-now = تم ذلك من قبل، أو مضى وقته. وهذه هي الحال الآن.
portal-until = تبقى هذه الصفحة متاحة لكم حتى { $day }.
portal-digest = بصمة SHA-256 لهذا النص
portal-back = العودة إلى صفحتكم
portal-open-title = صفحة لكم
portal-open-lede = تحتفظ { $what } بصفحة لكم
portal-open-note = فيها خطاباتنا والمواعيد وما بقي للطرفين. فتحها يربطها بهذا المتصفح ولا يُقرّ بشيء.
portal-open-do = فتح الصفحة
portal-open-taken = فُتح هذا الرابط من قبل
portal-open-taken-note = يعمل الرابط في متصفح واحد، وفيه تُفتح الصفحة مباشرة؛ ولغيره نرجو طلب رابط جديد.
portal-open-page = إلى الصفحة
portal-gone = هذه الصفحة ليست مفتوحة هنا
portal-gone-note = يعمل الرابط في المتصفح الذي فُتح فيه أول مرة وحده، إلى يومه أو إلى أن يُسحب. تُفتح الصفحة في ذلك المتصفح، أو يُطلب منا رابط جديد.
portal-empty = لا شيء هنا بعد
portal-empty-note = ما إن يصلكم منا شيء حتى يظهر في هذه الصفحة. ولا يُطلب منكم شيء قبل ذلك.
portal-owed = ما بقي، علينا وعليكم
portal-ours = علينا
portal-theirs = عليكم
portal-by = الموعد
portal-done = تم { $day }
portal-late = متأخر
portal-progress = تم { $done } من { $n }
