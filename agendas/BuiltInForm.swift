/// The texts of the forms that come with the program, beside this file in `forms/`.
package enum BuiltInForm {
  /// - Parameter name: as in `minutes`; empty for a name that no form has.
  package static func text(_ name: String, isChinese: Bool) -> [UInt8] {
    switch name {
    case "notice": isChinese ? PackageResources.notice_zh_md : PackageResources.notice_en_md
    case "sheet": isChinese ? PackageResources.sheet_zh_md : PackageResources.sheet_en_md
    case "ballots": isChinese ? PackageResources.ballots_zh_md : PackageResources.ballots_en_md
    case "proxies": isChinese ? PackageResources.proxies_zh_md : PackageResources.proxies_en_md
    case "minutes": isChinese ? PackageResources.minutes_zh_md : PackageResources.minutes_en_md
    case "signoff": isChinese ? PackageResources.signoff_zh_md : PackageResources.signoff_en_md
    case "result": isChinese ? PackageResources.result_zh_md : PackageResources.result_en_md
    case "decision": isChinese ? PackageResources.decision_zh_md : PackageResources.decision_en_md
    case "ledger": isChinese ? PackageResources.ledger_zh_md : PackageResources.ledger_en_md
    case "urge": isChinese ? PackageResources.urge_zh_md : PackageResources.urge_en_md
    case "visit": isChinese ? PackageResources.visit_zh_md : PackageResources.visit_en_md
    case "close": isChinese ? PackageResources.close_zh_md : PackageResources.close_en_md
    default: []
    }
  }
}
