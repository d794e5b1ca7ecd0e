# Archives: what khitam archive verify says of a bag.
bag-valid = الأرشيف سليم: { $files ->
        [0] لا ملفات فيه
        [one] ملف واحد
        [two] ملفان
        [few] { $files } ملفات
        [many] { $files } ملفًا
       *[other] { $files } ملف
    }، والحجم { $bytes ->
        [0] صفر
        [one] بايت واحد
        [two] بايتان
       *[other] { $bytes } بايت
    }؛ كلها موجودة وعلى حالها الأول.
bag-invalid = الأرشيف غير سليم، و{ $n ->
        [one] هذا وجه الخلل فيه:
        [two] فيه خللان:
        [few] فيه { $n } وجوه خلل:
        [many] فيه { $n } وجهًا للخلل:
       *[other] فيه { $n } وجه خلل:
    }
bag-notes = للعلم:
bag-fault-undeclared = الملف { $file } غير موجود: لا شيء يدل على أن هذا المجلد حزمة BagIt.
bag-fault-declaration = { $file }، السطر { $line }: «{ $about }» ليس النص الواجب هنا حرفًا بحرف.
bag-fault-version = { $file }، السطر { $line }: «{ $about }» إصدار من BagIt غير معروف هنا (المعروف من 0.93 إلى 1.0).
bag-fault-encoding = { $file }، السطر { $line }: «{ $about }» ليس ترميزًا معروفًا للنصوص.
bag-fault-not_text = الملف { $file } غير مكتوب بترميز { $about }.
bag-fault-no_payload = المجلد { $file } غير موجود: لا محتوى محفوظًا في هذه الحزمة.
bag-fault-no_manifest = لا قائمة تبيّن ما وُضع في الحزمة: لا وجود للملف { $file } ولا لما يماثله.
bag-fault-line = { $file }، السطر { $line }: «{ $about }» ليس بصمةً يتبعها مسار.
bag-fault-outside = { $file }، السطر { $line }: «{ $about }» مسار يخرج عن الموضع المسموح به.
bag-fault-twice = { $file }، السطر { $line }: سبق إدراج { $about }.
bag-fault-missing = الملف { $file } مفقود، وهو مدرج في { $about }، السطر { $line }.
bag-fault-unfetched = الملف { $file } لم يصل بعد: يبيّن fetch.txt من أين يُجلب. يُجلب أولًا ثم يعاد التحقق.
bag-fault-unlisted = الملف { $file } غير مدرج في { $about }: أُضيف لاحقًا أو اقتُطعت قائمته.
bag-fault-altered = الملف { $file } لم يعد كما كان. { $about }
bag-fault-oxum = ما عدّه { $file } من البايتات والملفات يخالف الموجود: { $about }
bag-fault-special = { $file } ليس ملفًا ولا مجلدًا، ولا تحفظ الحزمة غيرهما.
bag-fault-unreadable = تعذّرت قراءة { $file }: { $about }
bag-note-algorithm = الملف { $file } بخوارزمية «{ $about }» غير المعروفة هنا، فلا يثبت شيئًا.
bag-note-weak = البصمات من نوع { $about } فقط، ويمكن لمن يتعمد أن يزوّرها، وهي كافية لكشف التلف العارض.
bag-note-dotted = { $file }، السطر { $line }: يبدأ { $about } بنقطة، وقُرئ من دونها.
bag-note-repeated = { $file }، السطر { $line }: سبق إدراج { $about } بالبصمة نفسها.
bag-note-case = لا يختلف المسار { $file } عن مسار آخر إلا في حالة الأحرف اللاتينية، وبعض الأنظمة تعدّهما واحدًا.
bag-note-unbound = الملف { $file } غير مدرج في قوائم ملفات الوصف، فلو تغيّر لما ظهر تغيّره.
