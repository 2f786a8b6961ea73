// What a page holds is known to its template, not to its script: elements are as their script takes
// them. All else is checked: names, functions and what they are given, promises, the worker's messages.
interface EventTarget {
  [name: string]: any;
}
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface HTMLFormControlsCollection {
  [name: string]: any;
}
