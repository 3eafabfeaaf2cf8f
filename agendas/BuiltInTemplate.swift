/// An agenda that comes with the program: for one kind of meeting, in both languages.
///
/// The texts stand beside this file, as Markdown, and are compiled in.
package struct BuiltInTemplate: Sendable {
  /// What it is called in Chinese and in English.
  package let zh: String
  package let en: String
  /// What it is for, in a few words.
  package let aboutZH: String
  package let aboutEN: String
  package let textZH: [UInt8]
  package let textEN: [UInt8]

  /// The one that is taken where none is asked for.
  package static let plain = BuiltInTemplate(
    zh: "普通", en: "plain", aboutZH: "只有标题和议程，不写 --模板 就用它",
    aboutEN: "a title and an agenda; taken without --template",
    textZH: PackageResources.plain_zh_md, textEN: PackageResources.plain_en_md)

  /// Every one of them, the plain one first.
  package static let all: [BuiltInTemplate] = [
    plain,
    BuiltInTemplate(
      zh: "三方协商", en: "consultation", aboutZH: "居民、物业、社区等各方坐下来商量一件事",
      aboutEN: "residents, property company, community: one matter at one table",
      textZH: PackageResources.consultation_zh_md, textEN: PackageResources.consultation_en_md),
    BuiltInTemplate(
      zh: "业主大会", en: "assembly", aboutZH: "业主共同决定的事，要投票",
      aboutEN: "what the owners decide together, by a vote",
      textZH: PackageResources.assembly_zh_md, textEN: PackageResources.assembly_en_md),
    BuiltInTemplate(
      zh: "选聘物业", en: "property-company", aboutZH: "请物业公司，或者换一家",
      aboutEN: "choosing or replacing a property company",
      textZH: PackageResources.property_company_zh_md,
      textEN: PackageResources.property_company_en_md),
    BuiltInTemplate(
      zh: "组建物管会", en: "committee", aboutZH: "听意见、推委员人选、定议事规则",
      aboutEN: "forming a property management committee",
      textZH: PackageResources.committee_zh_md, textEN: PackageResources.committee_en_md),
    BuiltInTemplate(
      zh: "维修", en: "repair", aboutZH: "修公共的地方，动用维修资金",
      aboutEN: "repairing common parts, from the maintenance fund",
      textZH: PackageResources.repair_zh_md, textEN: PackageResources.repair_en_md),
    BuiltInTemplate(
      zh: "调解", en: "mediation", aboutZH: "邻里、物业、单位之间的矛盾",
      aboutEN: "a dispute between neighbours, companies, units",
      textZH: PackageResources.mediation_zh_md, textEN: PackageResources.mediation_en_md),
    BuiltInTemplate(
      zh: "吹哨", en: "whistle", aboutZH: "请有关部门到现场，当场认领",
      aboutEN: "departments come to the spot and say who does what",
      textZH: PackageResources.whistle_zh_md, textEN: PackageResources.whistle_en_md),
  ]
}
