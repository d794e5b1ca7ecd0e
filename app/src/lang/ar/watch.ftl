# ما يُراقب بعد القرار، وما حلّ موعده.

watch-crossings = لماذا فُتح من جديد
watch-crossings-note = رصد البرنامج ذلك وأعاد فتح المراجعة. أما ما يترتب عليه فقرار الناس.
watch-watched = ما نراقبه
watch-watched-note = يُقابَل بالسجلات كل يوم، فإذا جرى تجاوز حد عادت المراجعة مفتوحة من تلقاء نفسها.
watch-state-inside = ضمن الحد
watch-state-near = قريب من الحد
watch-state-crossed = تجاوز الحد
watch-state-blind = لا يُرى بعد
watch-price_floor = متوسط ما درّته الساعة { $value }، والحد الأدنى { $limit }.
watch-exposure_cap = المعلّق الآن { $value }، والحد الأقصى { $limit }.
watch-capacity_cap = أعلى شهر بلغت ساعاته { $value }، والحد الأقصى { $limit }.
watch-review-ahead = يُعاد النظر فيه بتاريخ { $day }، { $n ->
    [one] غداً.
    [two] بعد يومين.
    [few] بعد { $n } أيام.
    [many] بعد { $n } يوماً.
   *[other] بعد { $n } يوم.
}
watch-review-come = حلّ موعد إعادة النظر: { $day }.
watch-hidden = الأرقام لمن له الاطلاع على المال في هذا الملف.
watch-persistence = الحدود بعد الخطاب
watch-crossed = أقرّ العميل بالخطاب في { $day }، { $n ->
    [0] ولم تُتجاوز الحدود بعده.
    [one] وتُجوزت الحدود مرة واحدة بعده.
    [two] وتُجوزت الحدود مرتين بعده.
    [few] وتُجوزت الحدود { $n } مرات بعده.
    [many] وتُجوزت الحدود { $n } مرة بعده.
   *[other] وتُجوزت الحدود { $n } مرة بعده.
} وتُحتسب الملاحظات حتى { $until }.
watch-once = المرة الواحدة تُراقب، والثانية تعني أن الأمر مستمر.
watch-persists = الأمر مستمر، وهو وحده دليل على الإنهاء لتكرار الإخلال.
watch-rows-more = { $n ->
    [one] سجل آخر
    [two] سجلان آخران
    [few] { $n } سجلات أخرى
    [many] { $n } سجلاً آخر
   *[other] { $n } سجل آخر
}
due-deferral = أُرجئت المراجعة إلى { $day }، وقد حلّ هذا اليوم.
due-improvement = حلّ في { $day } موعد تحسين تعهّد به { $who }.
