# النسخ الاحتياطي: khitam backup وkhitam restore وما يقوله khitam doctor عنهما.
cli-backup-about = نسخ احتياطي للنسخة كلها وهي تعمل، مختومًا لقرائه، إلى مجلد أو مخزن متوافق مع S3
cli-restore-about = استعادة نسخة احتياطية إلى مكان فارغ، من غير استبدال شيء
cli-arg-to = مكان النسخة الاحتياطية: مجلد أو s3://BUCKET/PREFIX
cli-arg-keys_to = مكان المفاتيح، وهو غير مكان البيانات؛ ومن دونه لا تُنسخ
cli-arg-keep = حذف النسخ الأقدم إلا أحدث نسخة من كل يوم وأسبوع وشهر بهذا العدد، مثل 7d,4w,12m؛ ومن دونه لا يُحذف شيء
cli-arg-s3 = ملف أسطره NAME=VALUE للمخزن: ‏AWS_ACCESS_KEY_ID وAWS_SECRET_ACCESS_KEY وAWS_REGION وAWS_ENDPOINT_URL؛ ومن دونه متغيرات البيئة
cli-arg-keys_s3 = ملف مثله لمكان المفاتيح إن اختلف
cli-arg-from = مكان النسخ الاحتياطية: مجلد أو s3://BUCKET/PREFIX
cli-arg-backup = اسم النسخة؛ ومن دونه أحدث نسخة مكتملة
cli-arg-keys_from = مكان النسخ الاحتياطية للمفاتيح
cli-arg-erasures = قائمة المحو، ويُعاد تنفيذها قبل أن تُفتح النسخة لأحد
cli-arg-without_erasures = سبب الاستعادة من دون القائمة؛ ويُحفظ السبب

backup-data-made = تم النسخ وقُرئ من جديد: { $rows ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $rows } صفوف
    [many] { $rows } صفًا
   *[other] { $rows } صف
  } و{ $files ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $files } ملفات
    [many] { $files } ملفًا
   *[other] { $files } ملف
  }، باسم { $name } في { $place }. ولا تبقى منه نسخة ابتداءً من { $day }.
backup-keys-made = المفاتيح على حدة: { $files ->
    [zero] لا مفاتيح
    [one] مفتاح واحد
    [two] مفتاحان
    [few] { $files } مفاتيح
    [many] { $files } مفتاحًا
   *[other] { $files } مفتاح
  }، باسم { $name } في { $place }. ولا تبقى منها نسخة ابتداءً من { $day }.
backup-no-keys =
    تنبيه: لم تُنسخ المفاتيح. ومن دونها لا يُقرأ ما قيل في الملفات ولا ما حُفظ معها ولا ما سُجّل عن العملاء المحتملين، ويُقرأ سائر النسخة. يُسمّى لها مكان آخر
    بالخيار --keys-to، كقرص عند شخص خارج المكتب.
backup-signer = وقّعها { $signer }.
backup-removed = حُذفت بحسب --keep: ‏{ $names }
backup-stuck = كان ينبغي حذفها وتعذّر: { $names }
backup-broken = غير مكتملة أو تالفة؛ لا يُعتدّ بها، ويحذفها إنسان: { $names }
backup-ahead = تاريخها بعد الآن، فقد أخطأت ساعة، ولم يُحذف شيء؛ يُنظر في الساعة وفي هذه النسخ: { $names }
backup-fewer-keys = تبقى نسخ المفاتيح الأقدم: ففيها مفاتيح ليست في هذه، ولا تبيّن قائمة المحو سبب ذلك. يُنظر في مجلد المفاتيح.

restore-done = استُعيدت { $name } كما كانت في { $at }: ‏{ $rows ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $rows } صفوف
    [many] { $rows } صفًا
   *[other] { $rows } صف
  } و{ $files ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $files } ملفات
    [many] { $files } ملفًا
   *[other] { $files } ملف
  }، وقورن كل منها بالنسخة الاحتياطية. وقّعها { $signer }.
restore-keys = { $n ->
    [zero] لم يكن فيها مفتاح.
    [one] استُعيد مفتاح واحد.
    [two] استُعيد مفتاحان.
    [few] استُعيدت { $n } مفاتيح.
    [many] استُعيد { $n } مفتاحًا.
   *[other] استُعيد { $n } مفتاح.
}
restore-no-keys = لم تُستعد المفاتيح. ويبقى ما قيل في الملفات وما سُجّل عن العملاء المحتملين مغلقًا حتى تكون في مجلد ‎keys‎؛ ويستعيدها الخيار --keys-from.
restore-erased = { $n ->
    [zero] لم يكن في قائمة المحو شيء
    [one] أُعيد تنفيذ محو واحد
    [two] أُعيد تنفيذ عمليتي محو
    [few] أُعيد تنفيذ { $n } عمليات محو
    [many] أُعيد تنفيذ { $n } عملية محو
   *[other] أُعيد تنفيذ { $n } عملية محو
  }. وما ذهب من جديد: { $rows ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $rows } صفوف
    [many] { $rows } صفًا
   *[other] { $rows } صف
  }، و{ $keys ->
    [zero] لا مفاتيح
    [one] مفتاح واحد
    [two] مفتاحان
    [few] { $keys } مفاتيح
    [many] { $keys } مفتاحًا
   *[other] { $keys } مفتاح
  }.
restore-no-erasures = لم تُنفَّذ قائمة محو. ومن مُحي بعد هذه النسخة موجود فيها من جديد.
restore-letters = { $n ->
    [zero] لا خطابات كانت تنتظر
    [one] خطاب واحد كان ينتظر
    [two] خطابان كانا ينتظران
    [few] { $n } خطابات كانت تنتظر
    [many] { $n } خطابًا كانت تنتظر
   *[other] { $n } خطاب كانت تنتظر
  } الإرسال عند النسخ، وربما تم الإرسال بعده. لا يُرسل شيء من تلقاء نفسه، وتطلب صفحاتها أن ينظر إنسان.

doctor-note = للنظر
doctor-database-restoring = كانت نسخة احتياطية تُستعاد إلى قاعدة البيانات هذه ولم تكتمل. تُحذف وتُستعاد من جديد.
doctor-backup-none = لا نسخة احتياطية بعد؛ والأمر khitam backup يصنعها.
doctor-backup-good = صُنعت آخر نسخة احتياطية وقُرئت من جديد في { $what }.
doctor-backup-old = صُنعت آخر نسخة احتياطية في { $what }، قبل أكثر من أسبوع؛ تُصنع الآن ثم بانتظام.
doctor-backup-keyless = صُنعت آخر نسخة احتياطية في { $what } من دون المفاتيح، فلا يُقرأ منها ما قيل في الملفات وما سُجّل عن العملاء المحتملين. يُسمّى لها مكان بالخيار --keys-to.
doctor-files-good = ما حُفظ مع ملفات العملاء من مستندات باقٍ كما حُفظ؛ فُتح منه { $what }.
doctor-files-bad = مستندات محفوظة تالفة، عددها { $what }. تُستعاد من نسخة احتياطية.
doctor-files-key = مستندات محفوظة لم تُفتح لأن مفاتيحها ليست هنا، عددها { $what }.
doctor-prospects-good = ما سُجّل عن العملاء المحتملين مقروء.
doctor-prospects-key = عملاء محتملون لا تُقرأ سجلاتهم لأن مفاتيحها ليست هنا، عددهم { $what }. تُستعاد المفاتيح من نسختها الاحتياطية.
doctor-archives-good = الأرشيفات في مجلد المؤسسة، وكل منها تحت القائمة التي وُقّعت؛ عددها { $what }.
doctor-archives-missing = أرشيفات ليست في مجلد المؤسسة: { $what }. استعيدوها من نسخة احتياطية أو من قرّائها، أو أعيدوا ختم تلك الملفات.
doctor-archives-exchanged = في مكان ما خُتم أرشيفات أخرى: { $what }. أبقوها كما هي، وخذوا الصحيحة من نسخة احتياطية أو من قرّائها.
doctor-archives-damaged = وُجدت أرشيفات تالفة عند آخر تحقق: { $what }. خذوها من نسخة احتياطية أو من قرّائها، ثم أعيدوا التحقق منها.
doctor-archives-old = آخر تحقق من أحد الأرشيفات كان في { $what }، أي قبل أكثر من سنة؛ تحققوا منه في صفحة ملفه، أو بالأمر khitam archive verify.
doctor-clock-ahead = الساعة الآن { $what }، وهذا محال. تُضبط ساعة الجهاز.
doctor-packs-good = أقدم مراجعة للأنظمة والتقاويم كانت في { $what }.
doctor-packs-old = أنظمة وتقاويم مضى على مراجعتها أكثر من سنة: { $what }. يُستعمل إصدار أحدث أو تُراجع.

fail-backup-schedule = { $what } لا يبيّن كم تبقى النسخ.
fail-backup-schedule-next = تُكتب أيام وأسابيع وأشهر هكذا: 7d,4w,12m
fail-backup-together = لا توضع المفاتيح حيث البيانات، { $what }، فمن وجد أحدهما وجد الآخر.
fail-backup-together-next = يُسمّى مكان آخر بالخيار --keys-to
fail-backup-inside = { $what } ومجلد المؤسسة أحدهما داخل الآخر: فتُنسخ النسخة نفسها من جديد أو تضيع مع المجلد. لم يُصنع شيء.
fail-backup-inside-next = يُسمّى مكان خارج مجلد المؤسسة وليس حوله، وتُخرج النسخ الأقدم من المجلد.
fail-backup-nothing = لا قاعدة بيانات في { $what }، فلا شيء يُنسخ.
fail-backup-nothing-next = يُسمّى مجلد المؤسسة بالخيار --data أو القاعدة بالخيار --db
fail-backup-newer = النسخة الاحتياطية من إصدار أحدث. لم يتغيّر شيء.
fail-backup-newer-next = يُستعمل ذلك الإصدار من khitam.
fail-backup-differs = لم يخرج ما دخل كما هو: { $what }. لم يُحفظ منه شيء.
fail-backup-differs-next = يُعاد الأمر؛ فإن بقي كذلك فالأمر khitam doctor يفحص القرص وقاعدة البيانات.
fail-backup-file = لا يمكن نسخ { $what }.
fail-backup-file-next = لا تُنسخ إلا الملفات والمجلدات؛ يُخرج من مجلد المؤسسة أو يُتاح للقراءة.
fail-erasures-line = السطر { $what } من قائمة المحو ليس محوًا. لم يتغيّر شيء.
fail-erasures-line-next = في docs/ar/backup.md صورة السطر؛ وتؤخذ القائمة من نسخة أخرى.
fail-erasures-table = في قائمة المحو «{ $what }»، وليس فيه ما يمحوه هذا الإصدار. لم يُستعد شيء.
fail-erasures-table-next = في docs/ar/backup.md صورة السطر؛ وربما عرفه إصدار أحدث.
fail-erasures-read = لا يمكن قراءة قائمة المحو. لم يتغيّر شيء.
fail-erasures-read-next = يُتحقق من وجودها ومن إذن القراءة.
fail-backup-key = لم تُختم النسخة لهذا المفتاح، أو عبارة المرور غير صحيحة. لم يتغيّر شيء.
fail-backup-key-next = يُستعمل مفتاح أحد القراء المسمّين لها.
fail-backup-damaged = النسخة الاحتياطية تالفة عند { $what }. لم يتغيّر شيء.
fail-backup-damaged-next = تُسمّى نسخة أخرى بالخيار --backup أو تؤخذ صورة أخرى من هذه.
fail-backup-missing = ينقص النسخة الاحتياطية { $what }. لم يتغيّر شيء.
fail-backup-missing-next = تُسمّى نسخة أخرى بالخيار --backup أو تؤخذ صورة أخرى من هذه.
fail-backup-none = لا نسخة احتياطية في { $what }.
fail-backup-none-next = يُسمّى المجلد الذي فيه khitam-data-… أو الحاوية وما بعدها.
fail-backup-kind = في { $what } النوع الآخر من النسخ: فالبيانات والمفاتيح متفرقة.
fail-backup-kind-next = يُسمّى مكان البيانات أولًا، ومكان المفاتيح بالخيار --keys-from
fail-backup-address = لا يمكن استعمال هذا المكان: { $what }
fail-backup-address-next = يُكتب s3://BUCKET/PREFIX، ويكون AWS_ACCESS_KEY_ID وAWS_SECRET_ACCESS_KEY في متغيرات البيئة أو في ملف --s3
fail-backup-place = المكان { $what } لم يفعل ما طُلب منه. ولم تتغيّر النسخة نفسها.
fail-backup-place-next = هل يمكن الوصول إليه، وفيه مساحة، وإذن بالكتابة؟
fail-backup-machine = تعذّرت كتابة النسخة الاحتياطية أو قراءتها على هذا الجهاز. ولم تتغيّر النسخة نفسها.
fail-backup-machine-next = يُنظر هل في القرص مساحة، ثم يُعاد الأمر.
fail-restore-there = في المكان شيء من قبل: { $what }. لم يُستبدل شيء.
fail-restore-there-next = يُسمّى مجلد فارغ بالخيار --data، وبالخيار --db قاعدة بيانات غير موجودة بعد أو بلا جداول.
fail-restore-database = في قاعدة البيانات شيء من قبل، أو في مكانها ملفات قاعدة أخرى. لم يُستبدل شيء.
fail-restore-database-next = تُسمّى بالخيار --db قاعدة بيانات غير موجودة بعد أو بلا جداول.
fail-restore-signers = وقّعت البيانات مؤسسة ووقّعت المفاتيح غيرها: { $what }. لم يُستعد شيء.
fail-restore-signers-next = تُسمّى بالخيار --keys-from مفاتيح المؤسسة صاحبة البيانات.
fail-restore-erasures = من مُحي بعد صنع هذه النسخة يعود معها. وكان في قائمة المحو عند أحدث نسخة هناك { $what }، وما مُحي بعدها لا يُعرف إلا من القائمة. لم يُستعد شيء.
fail-restore-erasures-next = تُعطى أحدث قائمة بالخيار --erasures (الملف erasures.jsonl في مجلد المؤسسة)، أو يُبيَّن بالخيار --without-erasures سبب غيابها.
fail-restore-erasures-other = قائمة المحو هذه أقدم من نسخة هناك أو هي غيرها. لم يُستعد شيء.
fail-restore-erasures-other-next = يؤخذ أحدث erasures.jsonl من النسخة التي نُسخت.
fail-restoring = كانت نسخة احتياطية تُستعاد إلى قاعدة البيانات هذه ولم تكتمل. لم يتغيّر شيء.
fail-restoring-next = تُحذف وتُستعاد من جديد.
