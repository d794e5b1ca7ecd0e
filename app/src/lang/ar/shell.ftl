# إطار كل صفحة.
product = ختام
skip = الانتقال إلى المحتوى
verbs = الأقسام
verb-watch = رصد
breadcrumb = موضع الصفحة
import = استيراد
other-language = English
motto = البرنامج يُحضِّر، والقرار للناس.
demo-note = هذا عرض توضيحي لمؤسسة متخيَّلة.
demo-begin = البدء ببيانات مؤسستكم
level-critical = مصيرية
level-severe = شديدة
level-finding = للبحث
level-watch = للمتابعة
level-none = لا علامات
level-blind = نقطة عمياء
level-star = يرفع السقف
