# الحقوق في كل عمل (DOMAIN 2.11): الجدول ونماذجه، وكيف يقرؤه العميل.

go-part-works = الحقوق في الأعمال
works-none = *لم تُدرج الأعمال بعد.*
works-none-note = يُدرج كل عمل وما تؤول إليه حقوقه، ومن هنا تقوله خلاصة الإقفال وصفحة العميل والاتفاق وحزمة الإقفال.
works-done = *حقوق كل عمل على ما قُرّر.*
works-open = { $n ->
    [one] *حقوق عمل واحد* ما زالت تنتظر شيئاً.
    [two] *حقوق عملين* ما زالت تنتظر شيئاً.
    [few] *حقوق { $n } أعمال* ما زالت تنتظر شيئاً.
    [many] *حقوق { $n } عملاً* ما زالت تنتظر شيئاً.
   *[other] *حقوق { $n } عمل* ما زالت تنتظر شيئاً.
}
works-note = يُقرَّر كل عمل وحده: من أين هو، ومن صنعه، وما تؤول إليه حقوقه، ومتى. ويقرأ العميل اسم العمل والشروط وما يُنتظر.
works-add = إدراج عمل

work-name = العمل
work-name-hint = كما يعرفه العميل، فهو يقرؤه.
work-origin = مصدره
work-origin-pre_existing = لنا من قبل
work-origin-commissioned = صُنع للعميل
work-origin-third_party = لطرف ثالث
work-origin-open_source = مفتوح المصدر
work-origin-generated = ولّده برنامج
work-author = من صنعه
work-author-employees = موظفونا
work-author-assigned = متعاقدون تنازلوا لنا عنه كتابةً
work-author-unassigned = متعاقدون لم يتنازلوا لنا عنه
work-author-others = آخرون، بترخيص منهم
work-grant = ما تؤول إليه الحقوق
work-grant-yours = تنتقل إلى العميل
work-grant-licensed = للعميل أن يستعمله
work-grant-ours = تبقى لنا
work-trigger = متى
work-trigger-creation = في الحال
work-trigger-acceptance = عند القبول
work-trigger-payment = عند السداد الكامل
work-in-writing = أتنتقل بورقة مكتوبة فقط؟
work-in-writing-hint = تطلب مصر وغيرها ورقة تسمّي كل حق ومداه ومكانه ومدته. والمستشار القانوني أعلم.
work-terms = بأي شروط
work-terms-hint = المدى والمكان والمدة؛ ويقرؤها العميل. لازمة للترخيص، ولما ينتقل بورقة.
work-files = أملفات العمل مستحقة للعميل؟
work-files-owed = ملفات العمل مستحقة
work-licence = ترخيص له باسمنا
work-licence-absent = لا يوجد
work-licence-transferred = يُنقل إلى العميل
work-licence-rebought = يشتري العميل ترخيصاً لنفسه
work-licence-ends = ينتهي مع الخدمات
work-by-paper = بورقة يوقّعها الطرفان
work-waits = ينتظر
work-lack-chain = التنازل لنا عنه
work-lack-acceptance = القبول
work-lack-payment = السداد الكامل
work-lack-paper = الورقة الموقّعة
work-chained-on = تاريخ التنازل لنا
work-accepted-on = تاريخ القبول
work-signed-on = تاريخ التوقيع
work-step = ما الذي تم
work-step-chained = تنازل لنا عنه من صنعه
work-step-accepted = قبله العميل
work-step-signed = وقّع الطرفان الورقة
work-do-chained = تسجيل التنازل لنا
work-do-accepted = تسجيل القبول
work-do-signed = تسجيل التوقيع
work-change = تعديل
work-strike = شطب
work-unknown = ليس في الجدول عمل كهذا.

ask-work-title = العمل
ask-work = إلامَ تؤول حقوق هذا العمل؟
ask-work-note = كل عمل على حدة. وما كان لطرف ثالث أو مفتوح المصدر لا تنتقل حقوقه إلى العميل.
ask-work-do = تسجيل
ask-work-step-title = العمل
ask-work-step = ما الذي تم في حقوقه؟
ask-work-step-note = تُحفظ الورقة التي وقّعها الطرفان في الإثباتات أولاً.
ask-work-step-do = تسجيل
ask-work-struck-title = العمل
ask-work-struck = أيُشطب من الجدول؟
ask-work-struck-note = ما وقّعه الطرفان يبقى.
ask-work-struck-do = شطب

event-WorkListed = أُدرج العمل رقم { $n } في جدول الحقوق: { $grant }. أدرجه { $who }.
event-WorkAdvanced = سُجّل عن العمل رقم { $n } يوم { $day }: { $step }. سجّله { $who }.
event-WorkStruck = شُطب العمل رقم { $n } من جدول الحقوق. شطبه { $who }.

portal-works = الحقوق في الأعمال
portal-work-yours = { $passed ->
    [yes] حقوقه لكم.
   *[no] تنتقل حقوقه إليكم: { $when }.
}
portal-work-licensed = { $passed ->
    [yes] لكم أن تستعملوه.
   *[no] لكم أن تستعملوه: { $when }.
}
portal-work-ours = يبقى لنا.
portal-work-terms = الشروط: { $terms }
portal-work-when-chain = متى اكتملت أوراقنا فيه
portal-work-when-acceptance = عند القبول
portal-work-when-payment = عند السداد الكامل
portal-work-when-paper = بورقة يوقّعها الطرفان
portal-work-files = تُسلَّم إليكم ملفات العمل.
portal-licence-transferred = يُنقل إليكم ترخيصه.
portal-licence-rebought = يلزمكم ترخيص له باسمكم.
portal-licence-ends = ينتهي ترخيصه مع خدماتنا.
said-work = العمل
said-terms = الشروط
