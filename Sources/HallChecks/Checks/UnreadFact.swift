import HallModel
import HallSyntax

/// A line that would be a fact if it were written differently.
///
/// The strict parser reads only what the format defines. This check strips the decoration from each
/// line that was read as something else, and tests whether the rest would be a fact in its place.
package enum UnreadFact: Check {
  package static let id = "unread-fact"
  package static let about = Phrase(
    zh:
      "看上去是一条记录，却因为写法没有读进来：项目符号不对（「• 反对: 赵六」）、前面没有「- 」、冒号写成了等号、写在引用或表格里、标题少了冒号、用粗体代替标题、列表多缩进了一层、几个人连成了一个名字、一行里写了两项、方框里是没人认得的记号（「- [×] 张贴通报」）、项目名多了几个字（「牵头部门」）、表决的数写在了表决外面等。说话的句子不查。",
    en: "A line that looks like a fact and was not read as one for the way it is written: another"
      + " bullet ('• against: Ann') or none, an equals sign for the colon, a quotation or a table"
      + " row, a heading with no colon, a bold line in place of a heading, a list one level too"
      + " deep, several people as one name, a second key in a value, a box with an unknown sign"
      + " ('- [×] …'), a figure of a vote outside any vote. What people said is left alone.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    guard document.fault == nil, !Scope.sections(of: document.kind).isEmpty else { return }
    let reader = NearReader(document, context)
    reader.readAgenda(&report)
    // Whether the last non-blank line belongs to a list of fields, or is the heading that such a
    // list would follow.
    var followsFields = false
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .prose: reader.readProse(index, followsFields, &report)
      case .bullet: reader.readBullet(index, &report)
      case .field, .logLine, .task:
        if node.keyword == nil, node.kind == .field { reader.readUnknownField(index, &report) }
        if node.keyword == nil, node.kind == .logLine { reader.readRemark(index, &report) }
        if node.kind == .field { reader.readBoxes(below: index, &report) }
        let before = report.problems.count
        reader.readContinuation(index, &report)
        if report.problems.count == before, node.kind != .logLine {
          reader.readValue(index, &report)
        }
      case .stray: reader.readStray(index, followsFields, &report)
      case .table: reader.readTable(index, followsFields, &report)
      case .heading: reader.readHeading(index, &report)
      default: break
      }
      switch node.kind {
      case .field, .bullet, .logLine, .section, .item, .rule, .vote, .decision, .task:
        followsFields = true
      case .blank, .comment: break
      default: followsFields = false
      }
    }
  }
}
