/// The year of work that `hall demo` plays: calls of the program, with days counted from today.
///
/// The texts stand in `demo/`, and are compiled in.
package enum BuiltInStory {
  package static func text(isChinese: Bool) -> [UInt8] {
    isChinese ? PackageResources.story_zh_txt : PackageResources.story_en_txt
  }
}
