# ما جرى في ملف: جملة لكل حدث من أحداثه. الفاعل هو `who`.
event-CaseOpened = { $restricted ->
    [yes] { $who }: تقديم البلاغ.
   *[no] { $who }: فتح المراجعة، والداعي: { $cause }.
}
event-RoleGiven = { $reporter ->
    [yes] { $who }: إبقاء البلاغ مفتوحاً له ليتابعه.
   *[no] { $who }: إسناد دور «{ $role }» إلى { $member }.
}
event-RoleTaken = { $who }: إنهاء دور «{ $role }» لدى { $member }.
event-Recused = { $who }: تنحٍّ عن الحكم.
event-NoConflictDeclared = { $who }: تصريح بألا صلة بالعميل.
event-TriageCleared = { $who }: جواب الأسئلة الأولى؛ لا يُعرف مخالف للقانون ولا سوء سلوك ولا تهديد.
event-StepSkipped = { $who }: تجاوز خطوة «{ $step }» بسبب مذكور.
event-StageEntered = { $who }: الانتقال إلى مرحلة «{ $stage }».
event-DataReviewed = { $who }: النظر في السجلات؛ فيها { $share } مما تحتاج إليه العلامات.
event-FiguresRenewed = { $who }: أخذ الأرقام من جديد.
event-ContractsLocated = { $who }: تحديد العقود؛ { $n ->
    [0] لا عقد.
    [one] عقد واحد.
    [two] عقدان.
    [few] { $n } عقود.
    [many] { $n } عقداً.
   *[other] { $n } عقد.
}
event-ClientViewRecorded = { $who }: تدوين رأي العميل بتاريخ { $day }{ $confirmed ->
    [yes] {"، وقد أكّده العميل"}
   *[no] {""}
}.
event-HypothesisWeighed = { $who }: وزن سبب محتمل «{ $cause }»؛ { $for ->
    [yes] هذا يؤيده.
   *[no] هذا ينفيه.
}
event-OwnPartReviewed = { $who }: النظر في نصيبنا مما رُصد.
event-ClientMeetingHeld = { $member }: حديث مع العميل بتاريخ { $day }.
event-TalkWaived = { $unsafe ->
    [yes] { $who }: ترك الحديث مع العميل لأنه غير آمن.
   *[no] { $who }: تدوين أن الوصول إلى العميل تعذّر.
}
event-RosterSet = { $who }: تحديد من يشارك؛ { $n ->
    [one] شخص واحد.
    [two] شخصان.
    [few] { $n } أشخاص.
    [many] { $n } شخصاً.
   *[other] { $n } شخص.
}
event-AbsenceExcused = { $who }: قبول عذر { $member }.
event-OpinionSubmitted = { $who }: تسليم الرأي ({ $department }).
event-OpinionsRevealed = { $who }: فتح الآراء{ $n ->
    [0] {""}
    [one] {"، وغاب رأي واحد"}
    [two] {"، وغاب رأيان"}
    [few] ، وغابت { $n } آراء
    [many] ، وغاب { $n } رأياً
   *[other] ، وغاب { $n } رأي
}.
event-ComplaintRaised = { $who }: شكوى { $finding ->
    [none] لا سجل وراءها.
   *[other] مربوطة بنتيجة رصد: { $finding }.
}
event-ComplaintMerged = { $who }: ضم الشكوى { $n } إلى الشكوى { $into }.
event-ComplaintsClosed = { $who }: إغلاق جولة الشكاوى.
event-GoodThingGiven = { $who }: ذكر نقطة إيجابية.
event-GoodThingDeclined = { $who }: سؤال عن نقطة إيجابية، والجواب: لا شيء.
event-GoodThingKept = { $named ->
    [yes] { $who }: ذكر نقطة إيجابية، كُتبت قبل فتح جولتها.
    [no] { $who }: سؤال عن نقطة إيجابية، والجواب: لا شيء.
   *[closed] { $who }: جواب سؤال النقطة الإيجابية، ويُفتح مع جولته.
}
event-OwnPartAnswered = { $who }: جواب سؤال نصيبنا من المشكلة؛ وما قيل لا يحمل اسماً.
event-OwnPartsClosed = { $who }: إغلاق سؤال نصيبنا من المشكلة؛ { $n ->
    [one] جواب واحد.
    [two] جوابان.
    [few] { $n } أجوبة.
    [many] { $n } جواباً.
   *[other] { $n } جواب.
}
event-ImprovementAgreed = { $who }: الاتفاق على تحسين يتولاه { $member } حتى { $day }.
event-ImprovementDone = { $who }: إتمام التحسين { $n }.
event-OptionsScored = { $who }: المقارنة بين الخيارات؛ عددها { $n }.
event-ScenarioRun = { $who }: ربط محاكاة لكلفة الإنهاء بالملف. { $n ->
    [unknown] لا تقول شيئاً عن النقد.
   *[other] في { $n } من كل 100 مستقبل ينزل النقد تحت الصفر.
}
event-ReviewDeferred = { $who }: تأجيل المراجعة إلى { $day } لأن معلومة تنقص.
event-DecisionSigned = { $who }: توقيع القرار «{ $outcome }».
event-DissentRecorded = { $who }: تسجيل رأي مخالف «{ $stance }».
event-DecisionApproved = { $approval ->
    [read] { $who }: قراءة القرار.
    [cooled_off] { $who }: تأكيد القرار بعد يوم.
   *[second] { $who }: اعتماد القرار شخصاً ثانياً.
}
event-DecisionReopened = { $who }: إعادة فتح القرار.
event-CounselAdvised = { $who }: كلمة المستشار القانوني{ $ground ->
    [none] {""}
   *[other] {" "}في مبرر «{ $ground }»
}{ $talk ->
    [yes] {"؛ لا يلزم حديث مع العميل"}
   *[no] {""}
}{ $wait ->
    [yes] {"؛ يُنتظر ولا يُمضى"}
   *[no] {""}
}.
event-CaseWithdrawn = { $who }: سحب الملف.
event-RepairPlanVersioned = { $who }: كتابة النسخة { $n } من خطة الإصلاح؛ { $points ->
    [one] نقطة واحدة.
    [two] نقطتان.
    [few] { $points } نقاط.
    [many] { $points } نقطة.
   *[other] { $points } نقطة.
}
event-PlanAnswered = { $who }: الرد على النقطة { $n } من نقاط العميل؛ { $accepted ->
    [yes] قُبلت.
   *[no] لم تُقبل.
}
event-PlanAcknowledged = { $who }: تسجيل أن العميل { $refused ->
    [yes] رفض الخطة.
   *[no] أقرّ بالخطة.
}
event-BoundaryLetterAcknowledged = { $who }: تسجيل إقرار العميل بخطاب ضبط الحدود بتاريخ { $day }.
event-TrialStarted = { $who }: بدء التجربة من { $from } إلى { $to }.
event-TrialEvaluated = { $who }: تقييم التجربة؛ { $succeeded ->
    [yes] نجحت.
   *[no] لم تنجح.
}
event-GuardrailBreached = تجاوز حد من حدود التحفظ: { $guard }.
event-BoundariesCrossedAgain = تكرّر تجاوز الحدود بعد إقرار العميل بالخطاب في { $day }، وعدد المرات { $n }.
event-WorkHoldSet = { $who }: إيقاف العمل لهذا العميل مؤقتاً.
event-WorkHoldReleased = { $who }: رفع إيقاف العمل.
event-CounselStopSet = { $who }: إيقاف الملف لسبب قانوني.
event-CounselStopReleased = { $who }: رفع الإيقاف القانوني.
event-DoorChanged = { $who }: تحديد طريقة النظر في البلاغ؛ { $door }.
event-AccessRenewed = { $who }: فتحه من جديد { $reporter ->
    [yes] لمن قدّمه
   *[no] لـ{ $member }
} بعد تجدد المفتاح.
event-WishStated = { $who }: { $wish ->
    [record_only] طلب التدوين فقط.
   *[act] طلب التصرف.
}
event-ReporterSpoke = { $who }: إضافة إلى البلاغ.
event-PartyNamed = { $who }: ذكر { $member } بصفة { $part ->
    [accused] مشكوٍّ منه
   *[harmed] متضرر
}؛ والملف مغلق عنه من هذه اللحظة.
event-MilestoneReached = { $who }: { $milestone }{ $member ->
    [none] {""}
   *[other] {"، والشخص "}{ $member }
}، بتاريخ { $day }.
event-ProtectiveMeasureStarted = { $who }: { $consent ->
    [yes] بدء إجراء حماية «{ $measure }»
   *[no] عرض إجراء حماية «{ $measure }»
}؛ المسؤول عنه { $member }.
event-MeasureAnswered = { $who }: { $agrees ->
    [yes] قبول إجراء الحماية { $n }.
   *[no] عدم قبول إجراء الحماية { $n }.
}
event-CounselInstructed = { $who }: كلمة المستشار القانوني؛ { $hold ->
    [yes] يجوز أن يظهر إيقاف
   *[no] لا يظهر أي إيقاف
}، { $speak ->
    [yes] ويجوز الكلام مع العميل.
   *[no] ولا يُقال للعميل شيء.
}
event-ProtectiveMeasureEnded = { $who }: إنهاء إجراء الحماية { $n }.
event-EvidenceSealed = { $who }: ختم دليل «{ $name }».
