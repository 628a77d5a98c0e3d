# Екі есеп неге алшақ: анықтамадағы сөйлемдер. Елдердің атаулары атау септігінде тұрады.

cause-basis = Есептері әртүрлі: { $seller } – { $exports }, { $buyer } – { $imports }; бұл екеуі бір нәрсе емес.
cause-valuation-explains = Тауар жеткен жерінде қымбатырақ: { $factor } есе, бұл айырманың { $amount } бөлігі.
cause-valuation-widens = Тауар жеткен жерінде қымбатырақ: { $factor } есе немесе { $amount }, бірақ керісінше; айырма одан да ұлғаяды.
cause-preliminary = { $reporter }: дерек алдын ала берілген.
cause-estimated = { $reporter }: дерек – есеп емес, бағалау.
cause-rounding = { $reporter }: дерек { $step } дейін дөңгелектеп жарияланған.
cause-re-exports-explains = { $seller }: экспортында { $amount } кері экспорт бар; сатып алушы оны тауар өндірілген елге жазады.
cause-re-exports-widens = { $seller }: экспортында { $amount } кері экспорт бар; сатып алушы оны тауар өндірілген елге жазады; айырма одан ұлғаяды.
cause-unspecified-exports = { $reporter }: экспортының { $amount } бөлігі ешбір елге жатқызылмаған; бір бөлігі сатып алушынікі болуы мүмкін.
cause-unspecified-imports = { $reporter }: импортының { $amount } бөлігі ешбір елге жатқызылмаған; бір бөлігі сатушынікі болуы мүмкін.

basis-goods = тек тауарлар
basis-services = тек қызметтер
basis-goods-and-services = тауарлар мен қызметтер
basis-unknown = сауда (қызметтер кіре ме, айтылмаған)
