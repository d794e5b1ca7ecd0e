# ما تطبعه أوامر الاستيراد والعلامات والعرض التوضيحي.

imported = { $file }: { $rows ->
        [zero] لا صفوف
        [one] صف واحد
        [two] صفان
        [few] { $rows } صفوف
        [many] { $rows } صفاً
       *[other] { $rows } صف
    }؛ المضاف { $added }، والمتغيِّر { $changed }، والباقي على حاله { $unchanged }، { $problems ->
        [zero] ولا صف فيه مشكلة
        [one] وصف واحد فيه مشكلة
        [two] وصفان فيهما مشكلة
        [few] و{ $problems } صفوف فيها مشكلة
        [many] و{ $problems } صفاً فيها مشكلة
       *[other] و{ $problems } صف فيها مشكلة
    }.
imported-nothing = { $file }: لم يُحفظ شيء.
imported-kinds = السجلات: { $kinds }.
imported-read = كيف قُرئ: { $read }
imported-line = السطر { $line }:
table-client = العميل
table-state = الحال
table-sees = ما نراه
table-late = تأخر القادمة
table-blind = ما لا نراه
table-needs = { $n ->
        [one] ينقص شيء واحد
        [two] ينقص شيئان
        [few] تنقص { $n } أشياء
        [many] ينقص { $n } شيئاً
       *[other] ينقص { $n } شيء
    }
table-comma = ،{" "}
table-more = { $n ->
        [one] وعميل واحد آخر.
        [two] وعميلان آخران.
        [few] و{ $n } عملاء آخرون.
        [many] و{ $n } عميلاً آخر.
       *[other] و{ $n } عميل آخر.
    } الخيار ‎--json‎ يطبع الجميع، و‎--client KEY‎ يطبع عميلاً بعينه.
table-nothing = لا سجلات بعد؛ والأمر ‎khitam import FILE…‎ يستوردها.
table-stale = أحدث سجل لدينا بتاريخ { $day }، والعلامات تُقرأ من آخر { $n ->
        [one] يوم
        [two] يومين
        [few] { $n } أيام
        [many] { $n } يوماً
       *[other] { $n } يوم
    }؛ والأمر ‎khitam signs --on { $on }‎ يعرض ما كان يُرى في ذلك اليوم.
demo-at = العرض التوضيحي مفتوح على هذا العنوان، والدخول باسم صاحب المؤسسة. ينتهي بضغط Ctrl-C ولا يبقى منه شيء:
fail-output = تعذّرت كتابة الجواب.
fail-output-next = يُنظر إلى أين يذهب الناتج ثم يُعاد الأمر؛ لا يضيع شيء بذلك.
fail-demo-folder = لا متسع لملفات العرض التوضيحي.
fail-demo-folder-next = يُفرَّغ حيّز في مجلد الملفات المؤقتة.
fail-no-client = لا عميل بالمفتاح { $what }.
fail-no-client-next = الأمر khitam signs بلا ‎--client‎ يعرض المفاتيح؛ والحرف الكبير غير الصغير.
fail-kind = لا نوع من السجلات اسمه { $what }.
fail-kind-next = الأنواع: clients, contracts, invoices, payments, promises, reminders, time, costs, deliverables, feedback, requests, messages, goals, incidents, pulse, values.
fail-currency = { $what } ليست عملة.
fail-currency-next = تُكتب أحرف ISO 4217 الثلاثة، مثل SAR أو EGP أو EUR.
fail-profile = لا قالب اسمه { $what }.
fail-profile-next = بلا ‎--profile‎ يُعرف الملف المصدَّر من عناوينه؛ وأسماء القوالب في docs/ar/import.md.
fail-firm-toml = تعذّر أخذ حقائق المؤسسة من الملف { $what }.
fail-firm-toml-next = صفحة حقائق المؤسسة تتيح تنزيل ملف بالصيغة الصحيحة.
fail-headers-toml = تعذّرت قراءة كلمات العناوين الخاصة بالمؤسسة في { $what }. لم يُستورد شيء.
fail-headers-toml-next = يُصحَّح السطر أو يُنحّى الملف؛ وصيغته في docs/ar/import.md.
