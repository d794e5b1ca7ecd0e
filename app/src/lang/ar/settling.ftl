# الحساب الختامي عند الانتهاء: تثبيته وتسويته.

settling-title = الحساب الختامي
settling-lede = *ما لنا وما علينا عند الانتهاء؟* حين لا يبقى ما يُبيَّن يُثبَّت حساب اليوم.
settling-frozen = *ثُبّت حساب { $day }: { $sum }.*
settling-nothing = لا شيء مستحق
settling-note = يحفظ الحساب المثبَّت سطوره وبصمته. وما يُسدَّد بعده يصير حساباً آخر، يُثبَّت ويُسوّى من جديد.
settling-records = السجلات وكشف الحساب والتذكير
settling-frozen-title = الحساب المثبَّت
settling-lines = { $n ->
    [0] لا سطور فيه.
    [one] فيه سطر واحد.
    [two] فيه سطران.
    [few] فيه { $n } سطور.
    [many] فيه { $n } سطراً.
   *[other] فيه { $n } سطر.
}
settling-digest = البصمة (SHA-256)
settling-moved = تغيّرت السجلات بعده. ما يلي حساب اليوم، لا الحساب المثبَّت.
settling-closes = يُقفل الحساب
settling-stays-open = يبقيه مفتوحاً: { $reasons }
settling-open-questions = بقي ما يلزم بيانه
settling-open-unbilled = عمل أو كلفة لم يُفوترا: يُفوتران أو يُتنازل عنهما أو يُذكران معلّقين
settling-open-disputed = مبلغ متنازع عليه؛ يُذكر أو يُحسم النزاع
settling-open-retained = مبلغ محتجز حتى يومه
settling-open-we_owe = ما زال علينا للعميل
settling-open-trust = مال أمانة يجب رده
settling-interest = المطالبة بفائدة تأخير
settling-try = تجربة
settling-freeze = تثبيت حساب اليوم
settling-freeze-note = من يثبّته يعتمد ما فيه من فائدة. ومن حينها يراه العميل في صفحته مع كشف حساب اليوم.
go-part-account = إلى الحساب الختامي
gate-account = لم يُثبَّت الحساب الختامي
gate-how-account = تعدّه المالية وتثبّته حين لا يبقى ما يُبيَّن.
gate-name-account = الحساب الختامي
gate-trust_money = ما زال لدينا مال أمانة
gate-how-trust_money = يُرد إلى العميل، ثم يُثبَّت الحساب من جديد.
gate-name-trust_money = أموال الأمانات
event-AccountFrozen = ثُبّت حساب { $day }: { $sum }. ثبّته { $who }.
