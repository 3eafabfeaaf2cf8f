import HallModel
import HallWork
import HallWords
import HallWork

/// `hall tally ID --write`: writes the figures that the minutes lack. Approved minutes get them as
/// a revision of figures, which every reader computes again, and which is not an amendment.
enum TallyWriting {
  static let write = OptionSpec(
    "--write",
    summary: Phrase(
      zh: "把记录里还没有的应到、实到、合计和结果写进去",
      en: "write the entitled, the present, sums and results that the minutes lack"))

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    guard let id = invocation.arguments.first, invocation.arguments.count == 1 else {
      throw .missingArgument(Phrase(zh: "会议或议题编号", en: "ID"), of: invocation.call.spec)
    }
    return try invocation.perform(WriteFigures(of: id))
  }
}
