# Ikki hisobot nega farq qiladi: ma’lumotnomadagi gaplar. Mamlakat nomlari bosh kelishikda turadi.

cause-basis = Hisoblari har xil: { $seller } – { $exports }, { $buyer } – { $imports }; bu ikkisi bir narsa emas.
cause-valuation-explains = Tovar yetib borgan joyida qimmatroq: { $factor } baravar, bu farqning { $amount } qismi.
cause-valuation-widens = Tovar yetib borgan joyida qimmatroq: { $factor } baravar yoki { $amount }, ammo teskari tomonga; farq bundan kattalashadi.
cause-preliminary = { $reporter }: ma’lumot dastlabki.
cause-estimated = { $reporter }: ma’lumot hisobot emas, baholash.
cause-rounding = { $reporter }: ma’lumot { $step } gacha yaxlitlab e’lon qilingan.
cause-re-exports-explains = { $seller }: eksportida { $amount } reeksport bor; xaridor uni tovar ishlab chiqarilgan mamlakatga yozadi.
cause-re-exports-widens = { $seller }: eksportida { $amount } reeksport bor; xaridor uni tovar ishlab chiqarilgan mamlakatga yozadi; farq bundan kattalashadi.
cause-unspecified-exports = { $reporter }: eksportining { $amount } qismi hech bir mamlakatga yozilmagan; bir qismi xaridorniki bo‘lishi mumkin.
cause-unspecified-imports = { $reporter }: importining { $amount } qismi hech bir mamlakatga yozilmagan; bir qismi sotuvchiniki bo‘lishi mumkin.

basis-goods = faqat tovarlar
basis-services = faqat xizmatlar
basis-goods-and-services = tovarlar va xizmatlar
basis-unknown = savdo (xizmatlar kiradimi, aytilmagan)
