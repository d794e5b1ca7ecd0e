# The frame of every page.
product = Khitam
skip = Skip to content
verbs = Main
verb-watch = Watch
breadcrumb = Breadcrumb
import = Import
other-language = العربية
motto = Software prepares; people decide.
demo-note = This is a demonstration with an invented firm.
demo-begin = Begin with your own data
level-critical = Critical
level-severe = Severe
level-finding = Finding
level-watch = Watch
level-none = No signs
level-blind = Blind spot
level-star = Raises the bar
