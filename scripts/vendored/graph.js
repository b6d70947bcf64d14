// What the map needs of sigma and graphology, in one file: window.goalsiteGraph.
export { MultiDirectedGraph as Graph } from "graphology";
export { Sigma } from "sigma";
export { NodeProgram, EdgeProgram, createEdgeArrowHeadProgram, createEdgeCompoundProgram } from "sigma/rendering";
export { floatColor } from "sigma/utils";
