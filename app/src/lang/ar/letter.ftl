# كلمات الخطابات إلى العميل: ما تُملأ به القوالب.

letter-moment = { $day }، الساعة { $time } بتوقيت { $place }
letter-hours = { $n ->
    [zero] { $n } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $n } ساعات
    [many] { $n } ساعة
   *[other] { $n } ساعة
}
letter-and = {" "}و
letter-page = صفحة { $n } من { $total }
letter-digest = بصمة النص SHA-256
letter-internal = داخلي

letter-way-email = بالبريد الإلكتروني
letter-way-hand = باليد
letter-way-courier = بواسطة مندوب
letter-way-registered_post = بالبريد المسجل
letter-way-portal = عبر صفحتكم في البوابة
letter-way-fax = بالفاكس

letter-duty-confidentiality = السرية
letter-duty-data_protection = حماية البيانات الشخصية
letter-duty-intellectual_property = حقوق الأعمال والتراخيص
letter-duty-non_solicit = عدم استقطاب موظفي الطرف الآخر
letter-duty-payment = سداد المستحق

letter-right-yours = يؤول إليكم
letter-right-licensed = مرخّص لكم باستعماله
letter-right-ours = يبقى لنا
letter-treatment-clear = مسح بالكتابة فوق البيانات (clear)
letter-treatment-purge = محو لا يُسترجع (purge)
letter-treatment-destroy = إتلاف الوسيط نفسه (destroy)

letter-reason-goal_mismatch = لم تعد الأهداف والموارد المتاحة متوافقة.
letter-reason-repeated_breach = لم تعد الشروط المتفق عليها وسير العمل متوافقين.
letter-reason-deteriorated_relation = لم يعد الترتيب الحالي للعمل ملائماً للطرفين.
letter-reason-inability_to_meet = تجاوزت الاحتياجات الحالية ما نستطيع تقديمه.
letter-reason-financial_default = لم تعد شروط السداد المتفق عليها وسير السداد متوافقين.
letter-reason-conduct = يتعذر علينا الاستمرار.
letter-reason-legal = يتعذر علينا الاستمرار.
letter-reason-strategic = تغيّر توجّه مؤسستنا وتغيّرت طاقتها.
letter-reason-expiry = يبلغ العقد نهاية مدته.
